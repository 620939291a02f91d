import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { schema } from '../document/schema'
import { countParts, headlineOf, textOf } from '../document/text'
import { changesOf } from './changes'
import { decided } from './decide'
import { tracked } from './track'
import { viewOf } from './views'

const first = { person: '李校', role: '校对', pass: 'first-proof' }
const second = { ...first, pass: 'second-proof' }
const story = (...lines: [string, string][]) => schema.node('doc', null, lines.map(([type, text]) => schema.node(type, null, text ? schema.text(text) : [])))

/** A state in which each edit is a suggestion. */
function proof(doc: Node) {
  let state = EditorState.create({ doc })
  let serial = 0
  return {
    get state() { return state },
    edit(make: (state: EditorState) => EditorState['tr'], author = first, more: object = {}) {
      state = state.apply(tracked(make(state), state, { author, newId: () => String(++serial), now: () => 1000, ...more }))
      return this
    },
    decide(judge: Parameters<typeof decided>[1]) {
      const tr = decided(state, judge)
      if (tr) state = state.apply(tr)
      return this
    },
    changes: () => changesOf(state.doc).map(({ kind, removed, added }) => ({ kind, removed, added })),
  }
}
const text = (doc: Node) => doc.content.content.map(node => node.textContent)

describe('what a proofreader does reads as', () => {
  const one = () => proof(story(['headline', '主题'], ['paragraph', '全市经济工作会议昨日召开。'], ['paragraph', '会议指出。']))

  it('增 or 删 of a line break, and of words around one', () => {
    const broken = proof(schema.node('doc', null, [schema.node('paragraph', null, [schema.text('上'), schema.node('lineBreak'), schema.text('下')])]))
    expect(changesOf(broken.edit(({ tr }) => tr.delete(2, 3)).state.doc)).toMatchObject([{ kind: 'delete-node', names: ['lineBreak'] }])
    expect(changesOf(one().edit(({ tr }) => tr.insert(13, schema.node('lineBreak'))).state.doc)).toMatchObject([{ kind: 'insert-node', names: ['lineBreak'] }])
    expect(changesOf(one().edit(({ tr }) => tr.insert(13, [schema.text('今'), schema.node('lineBreak')])).state.doc)).toMatchObject([{ kind: 'insert', added: '今', names: [] }])
  })

  it('改: words typed over others', () => {
    expect(one().edit(({ tr }) => tr.insertText('今', 13, 14)).changes()).toEqual([{ kind: 'replace', removed: '昨', added: '今' }])
  })
  it('改 as one, when the old words go first', () => {
    const desk = one().edit(({ tr }) => tr.delete(13, 14)).edit(({ tr }) => tr.insertText('今', 13))
    expect(desk.changes()).toEqual([{ kind: 'replace', removed: '昨', added: '今' }])
  })
  it('另起段 and 接排', () => {
    expect(one().edit(({ tr }) => tr.split(13)).changes()).toEqual([{ kind: 'break', removed: '', added: '' }])
    expect(one().edit(({ tr }) => tr.join(19)).changes()).toEqual([{ kind: 'run-on', removed: '', added: '' }])
  })
  it('对调', () => {
    expect(one().edit(({ tr }) => tr.insertText('济经', 7, 9)).changes()).toEqual([{ kind: 'transpose', removed: '经济', added: '济经' }])
  })
  it('转移: cut here, pasted there', () => {
    const desk = one().edit(({ tr }) => tr.delete(5, 7), first, { isCut: true })
    const [cut] = changesOf(desk.state.doc)
    desk.edit(({ tr }) => tr.insertText('全市', 23), first, { cut: { stamp: cut!.stamp, text: '全市' } })
    expect(desk.changes()).toEqual([{ kind: 'move', removed: '全市', added: '全市' }])
    expect(text(desk.decide(() => 'reject').state.doc)).toEqual(['主题', '全市经济工作会议昨日召开。', '会议指出。'])
  })
})

it('keeps edits of two passes apart, and decides them one by one', () => {
  const desk = proof(story(['headline', '主题'], ['paragraph', '甲乙']))
  desk.edit(({ tr }) => tr.insertText('一', 6)).edit(({ tr }) => tr.insertText('二', 7), second)
  expect(desk.changes()).toHaveLength(2)
  desk.decide(({ pass }) => pass === 'first-proof' ? 'accept' : 'keep')
  expect(text(viewOf(desk.state.doc, 'original'))).toEqual(['主题', '甲一乙'])
  expect(text(desk.decide(() => 'reject').state.doc)).toEqual(['主题', '甲一乙'])
})

it('takes back one’s own words for good, another’s with a mark', () => {
  const desk = proof(story(['headline', '主题'], ['paragraph', '甲']))
  desk.edit(({ tr }) => tr.insertText('乙丙', 6)).edit(({ tr }) => tr.delete(7, 8))
  expect(desk.state.doc.textContent).toBe('主题甲乙')
  desk.edit(({ tr }) => tr.delete(6, 7), second)
  expect(desk.state.doc.textContent).toBe('主题甲乙')
  expect(text(desk.decide(({ pass }) => pass === 'second-proof' ? 'reject' : 'keep').state.doc)).toEqual(['主题', '甲乙'])
})

it('puts the cursor before what Backspace deleted and behind what Delete deleted', () => {
  const press = (position: number, from: number) => {
    const doc = story(['headline', '主题'], ['paragraph', '甲乙丙'])
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, position) })
    return state.apply(tracked(state.tr.delete(from, from + 1), state, { author: first, newId: () => 'x', now: () => 1 })).selection.head
  }
  expect(press(7, 6)).toBe(6)
  expect(press(6, 6)).toBe(7)
})

it('leaves deleted words out of counts, headline and text', () => {
  const desk = proof(story(['headline', '临江市召开'], ['headline', '会议'], ['paragraph', '正文。']))
  desk.edit(({ tr }) => tr.delete(1, 4)).edit(({ tr }) => tr.join(7)).edit(({ tr }) => tr.insertText('新', 12))
  expect(headlineOf(desk.state.doc)).toBe('召开会议')
  expect(textOf(desk.state.doc)).toBe('召开会议\n新正文。')
  expect(countParts(desk.state.doc).headline.characters).toBe(4)
})
