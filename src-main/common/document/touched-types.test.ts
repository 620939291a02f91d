import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { beginThread } from '../comments/threads'
import { classify } from '../proofreading/found-errors'
import { schema } from './schema'
import { writeSlip } from './slip-map'
import { storyDoc, textFragment } from './story-doc'
import { touchedTypes } from './touched-types'

const story = () => storyDoc(schema.node('doc', null, [schema.node('headline', null, [schema.text('江水上涨')]), schema.node('paragraph', null, [schema.text('正文。')])]))

it.each<[what: string, change: (doc: Y.Doc) => void, touched: string[]]>([
  ['words deep in the text', doc => ((textFragment(doc).get(1) as Y.XmlElement).get(0) as Y.XmlText).insert(0, '新'), ['text']],
  ['a block that goes', doc => textFragment(doc).delete(1, 1), ['text']],
  ['the slip', doc => writeSlip(doc, { source: '临江日报' }), ['slip']],
  ['a comment', doc => beginThread(doc, 't', { kind: 'slip', field: 'source' }, { person: '甲', role: '', at: 1, text: '核' }), ['threads']],
  ['the class of an error', doc => classify(doc, 'a', 'punctuation'), ['errorClasses']],
  ['nothing', () => undefined, []],
])('names what an update changes: %s', (_, change, touched) => {
  const doc = story()
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  change(copy)
  expect(touchedTypes(doc, Y.encodeStateAsUpdate(copy, before))).toEqual(touched)
})
