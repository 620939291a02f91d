import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { normalised } from './normalise'
import { schema } from './schema'
import { readSlip, writeSlip } from './slip-map'
import { readText, storyDoc } from './story-doc'
import { countParts, deckOf, headlineOf, textOf } from './text'

const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])

it('keeps text and slip through an update, without a DOM', () => {
  const text = schema.node('doc', null, [
    line('kicker', '引题'), line('headline', '上行'), line('headline', '下行'), line('paragraph', '正文。'),
    schema.node('figure', { picture: 'abc', width: 10, height: 5 }, [line('caption', '说明'), line('credit', '摄影')]),
    schema.node('table', null, [schema.node('tableRow', null, [schema.node('tableCell', null, [line('paragraph', '格')])])]),
    schema.node('bulletList', null, [schema.node('listItem', null, [line('paragraph', '项')])]),
    schema.node('rule'),
  ])
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(storyDoc(text, { source: '临江日报', byline: [{ role: 'reporter', name: '甲' }] })))
  expect(readText(copy).toJSON()).toEqual(text.toJSON())
  expect(readSlip(copy)).toMatchObject({ source: '临江日报', byline: [{ role: 'reporter', name: '甲' }], priority: 'normal' })
})

it('writes only the slip fields that change', () => {
  const doc = storyDoc(undefined, { keywords: ['会议'] })
  let updates = 0
  doc.on('update', () => updates++)
  writeSlip(doc, { keywords: ['会议'] })
  expect(updates).toBe(0)
  writeSlip(doc, { keywords: ['会议', '经济'] })
  expect(updates).toBe(1)
})

it('puts a muddled story in order and loses nothing', () => {
  const muddled = schema.node('doc', null, [line('paragraph', '一'), line('subhead', '副'), line('headline', '主'), line('paragraph', '二'), line('kicker', '引')])
  const ordered = normalised(muddled)
  expect(ordered.content.content.map(node => textOf(node))).toEqual(['引', '主', '副', '一', '二'])
  expect(normalised(ordered)).toBe(ordered)
})

it('counts each part and leaves suggested deletions out', () => {
  const doc = schema.node('doc', null, [
    line('headline', '上行，'), line('headline', '下行'),
    schema.node('paragraph', null, [schema.text('留下。'), schema.text('删去', [schema.mark('deletion', { id: '1' })])]),
  ])
  expect(headlineOf(doc)).toBe('上行，\u3000下行')
  expect(deckOf(doc)).toEqual([{ type: 'headline', text: '上行，' }, { type: 'headline', text: '下行' }])
  expect(countParts(doc)).toMatchObject({
    headline: { characters: 5, withoutPunctuation: 4 }, body: { characters: 3, withoutPunctuation: 2 }, total: { characters: 8 },
  })
})
