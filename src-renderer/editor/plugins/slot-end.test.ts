import { EditorState, TextSelection } from '@tiptap/pm/state'
import type { Node } from '@tiptap/pm/model'
import type { DecorationSet } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import { schema } from '../../../src-main/common/document/schema'
import { randomFrom } from '../../../src-main/common/suggestions/testing/random'
import { carried, goToSlotEnd, setSlotEnd, slotEndIn, slotEndPlugin } from './slot-end'

const label = '版位到此为止'
const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])
const story = (...paragraphs: string[]) => schema.node('doc', null, [line('headline', '题'), ...paragraphs.map(text => line('paragraph', text))])

function marked(doc: Node, at: number): EditorState {
  const state = EditorState.create({ doc, plugins: [slotEndPlugin()] })
  let next = state
  setSlotEnd({ at, label })(state, tr => { next = state.apply(tr) })
  return next
}

function drawn(state: EditorState) {
  const set = state.plugins[0]!.props.decorations!.call(state.plugins[0]!, state) as DecorationSet
  const first = set.find(undefined, undefined, ({ isFirst }) => isFirst)[0]
  return { count: set.find().length, first: first && state.doc.textBetween(first.from, first.to) }
}

/** The position before the first `character`. */
function before(doc: Node, character: string): number {
  let found = -1
  doc.descendants((node, position) => { if (node.isText && node.text!.includes(character)) found = position + node.text!.indexOf(character) })
  return found
}

describe('the mark where the slot ends', () => {
  const doc = story('甲乙丙丁', '戊己庚辛')
  const state = marked(doc, before(doc, '丁'))

  it('stands before its character through typing, splitting and deleting around it', () => {
    const edits: [string, (state: EditorState) => EditorState][] = [
      ['typed before', open => open.apply(open.tr.insertText('新', before(open.doc, '丁')))],
      ['typed above', open => open.apply(open.tr.insertText('新', 3))],
      ['typed below', open => open.apply(open.tr.insertText('新', before(open.doc, '庚')))],
      ['split here', open => open.apply(open.tr.split(before(open.doc, '丁')))],
      ['split above', open => open.apply(open.tr.split(before(open.doc, '乙')))],
      ['joined', open => open.apply(open.tr.join(before(open.doc, '戊') - 1))],
      ['deleted above', open => open.apply(open.tr.delete(before(open.doc, '乙'), before(open.doc, '丁')))],
      ['the binding’s new document', open => open.apply(open.tr.replaceWith(0, open.doc.content.size, story('甲新乙丙丁', '戊己庚辛').content))],
    ]
    for (const [name, edit] of edits) {
      const next = edit(state)
      expect([slotEndIn(next)?.at, drawn(next).first], name).toEqual([before(next.doc, '丁'), '丁'])
    }
  })

  it('stands before what follows when its character is deleted, and is drawn again when there is one', () => {
    const at = before(doc, '丁')
    const shorter = state.apply(state.tr.delete(at, at + 1))
    expect([slotEndIn(shorter)?.at, drawn(shorter).count]).toEqual([at, 0])
    const other = marked(doc, before(doc, '丙'))
    expect(drawn(other.apply(other.tr.delete(at - 1, at))).first).toBe('丁')
  })

  it('goes when it is taken away, and leads the cursor to itself', () => {
    let next = state
    expect(goToSlotEnd(state, tr => { next = state.apply(tr) })).toBe(true)
    expect(next.selection).toEqual(TextSelection.create(doc, before(doc, '丁')))
    expect(setSlotEnd({ at: before(doc, '丁'), label })(state)).toBe(false)
    setSlotEnd(null)(state, tr => { next = state.apply(tr) })
    expect([slotEndIn(next), drawn(next).count, goToSlotEnd(next)]).toEqual([null, 0, false])
  })

  it('marks whole characters, in lists and tables too, and nothing where no words are', () => {
    const nested = schema.node('doc', null, [
      line('headline', '题'), schema.node('bulletList', null, [schema.node('listItem', null, [line('paragraph', '甲𠮷乙')])]), line('paragraph', ''),
    ])
    expect(drawn(marked(nested, before(nested, '甲') + 1)).first).toBe('𠮷')
    expect(drawn(marked(nested, nested.content.size - 1)).count).toBe(0)
    expect(drawn(marked(nested, 0)).count).toBe(0)
  })
})

it('keeps its character through random edits elsewhere, and says where a place went in one step', () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const random = randomFrom(seed)
    const doc = story('甲乙丙丁', '戊己庚辛', '壬癸子丑')
    const own = random.one([...'乙丙丁戊己庚辛壬癸'])
    let state = marked(doc, before(doc, own))
    for (let count = 1 + random.below(6); count > 0; count--) {
      const at = before(state.doc, own)
      const isAbove = random.chance(0.5)
      const [from, to] = isAbove ? [4, at] : [at + 1, state.doc.content.size - 1]
      const start = from + random.below(Math.max(1, to - from))
      const end = Math.min(to, start + random.below(4))
      if (start > end) continue
      const tr = state.tr
      if (random.chance(0.5)) tr.insertText('新', start)
      else tr.deleteRange(start, end)
      if (before(tr.doc, own) < 0) continue
      expect(carried(state.doc, tr.doc, at), `seed ${seed}`).toBe(before(tr.doc, own))
      state = state.apply(tr)
      expect(slotEndIn(state)?.at, `seed ${seed}`).toBe(before(state.doc, own))
      expect(drawn(state).first, `seed ${seed}`).toBe(own)
    }
  }
})
