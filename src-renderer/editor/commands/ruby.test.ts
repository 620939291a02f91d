import type { EditorState } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { countParts } from '../../../src-main/common/document/text'
import { changesOf } from '../../../src-main/common/suggestions/changes'
import { tracked } from '../../../src-main/common/suggestions/track'
import { viewOf } from '../../../src-main/common/suggestions/views'
import { stateOf } from '../notation.test-support'
import { readWords, setReading } from './ruby'

/** The state after what is typed was set above the selection; undefined when it is refused. */
function read(state: EditorState, typed: string): EditorState | undefined {
  let after: EditorState | undefined
  setReading(typed)(state, tr => { after = state.apply(tr) })
  return after
}

/** Each piece of the first block's words with its reading and place. */
const piecesOf = ({ doc }: Pick<EditorState, 'doc'>) => doc.firstChild!.children.map(({ text, marks }) => {
  const ruby = marks.find(mark => mark.type.name === 'ruby')
  return ruby ? [text, ruby.attrs.reading, ruby.attrs.part] : [text]
})
const at = (state: EditorState, from: number, to = from) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))

it('sets a reading above every character, or one above all', () => {
  expect(piecesOf(read(stateOf('p:在^枞阳^开会'), 'zong1 yang2')!)).toEqual([['在'], ['枞', 'zōng', 0], ['阳', 'yáng', 1], ['开会']])
  expect(piecesOf(read(stateOf('p:^妈妈^说'), 'mā mā')!)).toEqual([['妈', 'mā', 0], ['妈', 'mā', 1], ['说']])
  expect(piecesOf(read(stateOf('h:^人工智能^上岗'), 'AI')!)).toEqual([['人工智能', 'AI', null], ['上岗']])
})

it('finds the words read together at the cursor, changes their reading and takes it off', () => {
  const state = at(read(stateOf('p:在^枞阳^开会'), 'cóng yáng')!, 3)
  expect(readWords(state)).toEqual({ from: 2, to: 4, words: '枞阳', reading: 'cóng yáng' })
  expect(piecesOf(read(state, 'zōng yáng')!)).toEqual([['在'], ['枞', 'zōng', 0], ['阳', 'yáng', 1], ['开会']])
  expect(piecesOf(read(state, '')!)).toEqual([['在枞阳开会']])
})

it('keeps apart what is read apart', () => {
  const both = read(at(read(stateOf('p:^枞阳^亳州'), 'zōng yáng')!, 3, 5), 'bó zhōu')!
  expect(readWords(at(both, 2))).toMatchObject({ words: '枞阳' })
  expect(readWords(at(both, 4))).toMatchObject({ words: '亳州' })
})

it('refuses what cannot be read', () => {
  expect(read(stateOf('p:在^枞阳开会'), 'zōng')).toBeUndefined()
  expect(read(stateOf('p:在^，^开会'), 'zōng')).toBeUndefined()
  expect(read(stateOf('p:^一二三四五六七八九^'), 'yī èr')).toBeUndefined()
  expect(read(stateOf('p:^甲 p:乙^'), 'jiǎ')).toBeUndefined()
})

it('stays with its character when others go, and what is typed beside it has none', () => {
  const state = read(stateOf('p:在^枞阳^开会'), 'zōng yáng')!
  expect(piecesOf(state.apply(state.tr.delete(2, 3)))).toEqual([['在'], ['阳', 'yáng', 1], ['开会']])
  expect(piecesOf(state.apply(state.tr.insertText('市', 4)))).toEqual([['在'], ['枞', 'zōng', 0], ['阳', 'yáng', 1], ['市开会']])
  expect(piecesOf(state.apply(state.tr.insertText('县', 3)))).toEqual([['在'], ['枞', 'zōng', 0], ['县'], ['阳', 'yáng', 1], ['开会']])
})

it('is no part of the text that is counted', () => {
  expect(countParts(read(stateOf('p:在^枞阳^开会'), 'zōng yáng')!.doc).total).toEqual(countParts(stateOf('p:在枞阳开会').doc).total)
})

it('is a suggestion of style while changes are tracked, and can be rejected', () => {
  const state = stateOf('p:在^枞阳^开会')
  let serial = 0
  let after = state
  setReading('zōng yáng')(state, tr => { after = state.apply(tracked(tr, state, { author: { person: '李校', role: '', pass: 'first-proof' }, newId: () => `s${++serial}`, now: () => 1 })) })
  expect(changesOf(after.doc).map(({ kind, names }) => [kind, names])).toEqual([['style', ['ruby']]])
  expect(piecesOf({ doc: viewOf(after.doc, 'final') })).toEqual([['在'], ['枞', 'zōng', 0], ['阳', 'yáng', 1], ['开会']])
  expect(viewOf(after.doc, 'original').eq(state.doc)).toBe(true)
})
