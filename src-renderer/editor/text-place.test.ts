import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { schema } from '../../src-main/common/document/schema'
import { emptySlip } from '../../src-main/common/document/slip'
import { placeholdersIn } from '../../src-main/common/print/placeholders'
import { settingFindings } from '../../src-main/common/print/press-findings'
import { storyFindings } from '../../src-main/common/print/story-findings'
import { viewOf } from '../../src-main/common/suggestions/views'
import type { FinalStretch } from '../../src-main/common/suggestions/final-range'
import { goToStretch } from './text-place'

const stamp = { id: '1', person: '甲', role: '校对', pass: 'first-proof', at: 0 }
const gone = (text: string) => schema.text(text, [schema.mark('deletion', stamp)])
const added = (text: string) => schema.text(text, [schema.mark('insertion', stamp)])
const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])
const list = schema.node('bulletList', null, ['甲××', '乙', '丙××'].map(text => schema.node('listItem', null, [line('paragraph', text)])))
const plain = schema.node('doc', null, [
  line('headline', '标题'),
  schema.node('paragraph', null, [schema.text('投资'), schema.node('lineBreak'), schema.text('××', [schema.mark('strong')]), schema.text('亿元')]),
  list,
  schema.node('figure', { picture: 'a', width: 3, height: 2 }),
  line('paragraph', ''),
])
/** Words, a break and a whole paragraph suggested to go before the placeholders, words put in, and one put into the midst of one. */
const suggested = schema.node('doc', null, [
  line('headline', '标题'),
  schema.node('paragraph', { suggestion: { deleted: stamp, kind: 'node' } }, [gone('全段不要，××')]),
  schema.node('paragraph', null, [schema.text('投资'), gone('约（待核）'), schema.node('lineBreak'), added('资金'), schema.text('×'), gone('△'), schema.text('×'), schema.text('亿元')]),
  schema.node('paragraph', { suggestion: { deleted: stamp } }, [schema.text('接排，□□')]),
  list,
])

const led = (doc: Node, place: FinalStretch) => {
  const state = EditorState.create({ doc })
  let moved: EditorState | undefined
  goToStretch(place)(state, tr => { moved = state.apply(tr) })
  return moved?.selection
}
const placeholdersOf = (doc: Node) => storyFindings(viewOf(doc, 'final'), emptySlip)
  .flatMap(({ code, values, place }) => code === 'placeholder' && place && 'block' in place ? [{ text: String(values['text']), place }] : [])

it.each([['plain', plain, 3], ['suggested', suggested, 4]] as const)('leads from every finding of a %s story to the words it is about', (_, doc, count) => {
  const found = placeholdersOf(doc)
  expect(found).toHaveLength(count)
  for (const { text, place } of found) {
    const { from, to } = led(doc, place)!
    const kept = viewOf(doc.cut(from, to), 'final')
    expect(kept.textContent).toBe(text)
    expect(placeholdersIn(kept.textContent)).toHaveLength(1)
  }
})

it('leads to a character no font has, past what is suggested to go', () => {
  const fit = { columns: 1, linesPerColumn: 9, charactersPerLine: 13, deckLines: 0, capacity: 9, set: 3, over: 0, spare: 6 }
  const facts = { fit, overset: null, missing: [{ character: '亿', codePoint: 'U+4EBF', count: 1, context: '' }], substitutedGlyphs: [], missingPictures: [], pictures: [] }
  const [{ place } = {}] = settingFindings(viewOf(suggested, 'final'), emptySlip, facts, { inkLimit: 220 })
  const { from, to } = led(suggested, place as FinalStretch)!
  expect(suggested.textBetween(from, to)).toBe('亿')
})

it.each([[0, 0, 0], [1, 0, 0], [3, 0, 0], [4, 0, 0]])('puts the cursor into block %i', (block, from, to) => {
  expect(led(plain, { block, from, to })!.$from.index(0)).toBe(block)
})

it('goes nowhere when the text is no more', () => {
  expect(led(plain, { block: 9, from: 0, to: 0 })).toBeUndefined()
  expect(led(plain, { block: 1, from: 90, to: 91 })).toBeUndefined()
})
