import { TextSelection } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { schema } from '../document/schema'
import { storyDoc } from '../document/story-doc'
import { desk } from '../suggestions/testing/desk'
import { authorshipOf } from './authorship'
import type { Writer } from './writers'

function story() {
  const doc = storyDoc(schema.node('doc', null, [schema.node('headline', null, [schema.text('江水上涨')]), schema.node('paragraph', null, [schema.text('三人受伤。')])]))
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const typing = (words: string, at: number) => ({ name: 'typing', apply: (state: { tr: import('@tiptap/pm/state').Transaction }) => state.tr.setSelection(TextSelection.create(state.tr.doc, at)).insertText(words) })
const writer = (doc: Y.Doc, person: string): Writer => ({ client: doc.clientID, clock: Y.getState(doc.store, doc.clientID), person, role: '', at: 1 })
const shown = (doc: Y.Doc, writers: Writer[]) => authorshipOf(doc, writers).map(({ passages }) => passages.map(({ words, person }) => `${person}:${words}`).join(' '))

it('names who typed each passage, though two people sat at one desk', () => {
  const doc = story()
  const table = desk(doc)
  const writers = [writer(doc, '甲')]
  table.edit(typing('昨日', 7))
  table.edit(typing('共有', 9))
  writers.push(writer(doc, '乙'))
  table.edit(typing('轻', 13))
  expect(shown(doc, writers)).toEqual([':江水上涨', '甲:昨日共有 :三人 乙:轻 :受伤。'])
  expect(shown(doc, [])).toEqual([':江水上涨', ':昨日共有三人轻受伤。'])
})

it('believes a suggestion about its author, and leaves out what is suggested to go', () => {
  const doc = story()
  const table = desk(doc)
  table.edit(typing('五', 7), { person: '丙', role: '校对', pass: 'first-proof' })
  table.edit({ name: 'deleting', apply: state => state.tr.delete(8, 9) }, { person: '丙', role: '校对', pass: 'first-proof' })
  expect(shown(doc, [])[1]).toBe('丙:五 :人受伤。')
})
