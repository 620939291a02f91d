import { expect, it } from 'vitest'
import type { Node } from '@tiptap/pm/model'
import { schema } from '../common/document/schema'
import { readingsFor } from '../common/document/ruby'
import { inspectPdf } from './testing/pdf-tools'
import { realTypesetter } from './testing/real-typesetter'
import { samplePress } from './testing/sample-press'
import { sampleJob, sampleSlip } from './testing/sample-story'

const typesetter = realTypesetter()
const plain = { ...sampleSlip, dispatch: '' as const, editor: '' }

/** Words with their readings, as the editor's command sets them. */
const read = (words: string, typed: string): Node[] =>
  readingsFor(words, typed)!.map(({ from, to, reading, part }) => schema.text(words.slice(from, to), [schema.mark('ruby', { reading, part })]))

const sentence = '等地名容易读错，市地名办提醒：写稿前先查字典，别让“亳州”成了“毫州”。'
const paragraph = (withReadings: boolean) => schema.node('paragraph', null, [
  ...withReadings ? [...read('枞阳', 'zōng yáng'), schema.text('、'), ...read('犍为', 'qián wéi')] : [schema.text('枞阳、犍为')], schema.text(sentence), ...withReadings ? read('人工智能', 'AI') : [schema.text('人工智能')], schema.text('：也来纠错。'),
])
const story = (withReadings: boolean) => schema.node('doc', null, [schema.node('headline', null, withReadings ? read('龘字', 'dá zì') : [schema.text('龘字')]), ...Array.from({ length: 4 }, () => paragraph(withReadings))])
const job = (withReadings: boolean, template = 'slot') => sampleJob({ template, text: story(withReadings).toJSON(), slip: plain, slot: { columns: 2, lines: 24, characters: 13 } })

it('sets readings above their characters on the same grid, every character of the text once and in order', async () => {
  const { lines, fit } = await typesetter.lines(job(true))
  const text = story(true)
  const words = lines.map(({ block, from, to }) => text.child(block).textContent.slice(from, to))
  expect(words.join('')).toBe(text.textContent)
  const top = Math.min(...lines.filter(({ block }) => block > 0).map(({ box }) => box.y))
  for (const { box, block } of lines) if (block > 0) expect((box.y - top) / 11.6 - Math.round((box.y - top) / 11.6)).toBeCloseTo(0, 3)
  expect(lines.every(({ box, block }) => block === 0 || Math.abs(box.height - 9) < 0.01)).toBe(true)
  expect(fit.deckLines).toBe((await typesetter.fit(job(false))).fit.deckLines)
})

it('opens no line with a mark that follows a reading', async () => {
  for (let characters = 5; characters <= 24; characters++) {
    const { lines } = await typesetter.lines({ ...job(true), slot: { columns: 1, lines: 90, characters } })
    const text = story(true)
    for (const { block, from, to } of lines) expect(text.child(block).textContent.slice(from, to), `${characters}`).not.toMatch(/^[，。、；：！？”]/)
  }
})

it('keeps readings over Latin words, after numbers and between quotation marks inside narrow columns', async () => {
  const under = (words: string, reading: string, part: number | null) => schema.text(words, [schema.mark('ruby', { reading, part })])
  const paragraphs = [
    [schema.text('今天的'), under('Manufacturing', '制造', null), schema.text('活动。')], [schema.text('今天的'), under('sustainability', 'kě', 0), schema.text('活动。')],
    [schema.text('今天的'), under('artificial intelligence', '人工智能', null), schema.text('活动。')], [schema.text('今天的'), under('AI', '人工智能技术与应用', null), schema.text('活动。')],
    [schema.text('会议2026'), under('年‘新’', 'zhuàng', 0), schema.text('完。')], [schema.text('会议的'), under('年‘新’完', 'zhuàng', 0), schema.text('完。')],
    [schema.text('会议的'), under('年《新》“完”', 'zhuàng', 0), schema.text('完。')], [schema.text('会议GDP'), under('年《新》', 'rén gōng zhì néng', null), schema.text('完。')],
  ]
  const doc = schema.node('doc', null, paragraphs.map(content => schema.node('paragraph', null, content)))
  for (let characters = 5; characters <= 13; characters++) {
    const { lines } = await typesetter.lines(sampleJob({ text: doc.toJSON(), slip: plain, slot: { columns: 1, lines: 120, characters } }))
    const left = Math.min(...lines.map(({ box }) => box.x))
    for (const { box, block, from, to } of lines) {
      const stretched = (to - from) / Math.max(1, to - from - 1) // the room a justified line gives its last character, too
      expect(box.x + box.width - left, `${characters}: ${doc.child(block).textContent.slice(from, to)}`).toBeLessThanOrEqual(characters * 9 * stretched + 0.5)
    }
  }
})

it.each(['slot', 'galley', 'story-a4'])('prints every reading on the black plate or in the proof: %s', async template => {
  const { bytes, missing } = await typesetter.pdf(job(true, template), 'proof')
  const pdf = inspectPdf(bytes)
  const printed = pdf.text().normalize('NFC').replace(/[\s\u2060\u2063]/g, '')
  pdf.remove()
  for (const reading of ['zōng', 'yáng', 'qián', 'wéi', 'AI', 'dá']) expect(printed).toContain(reading)
  expect(missing).toEqual([])
})

it('goes to press in black, and names a character of a reading that no font has', async () => {
  const pdf = inspectPdf((await typesetter.pdf(job(true), 'press', samplePress({ marks: false, slugLine: false }))).bytes)
  expect(pdf.ink().map(([c, m, y]) => [c, m, y])).toEqual([[0, 0, 0]])
  pdf.remove()
  const text = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('字', [schema.mark('ruby', { reading: '\u{10FFFD}', part: null })])])])
  expect(await typesetter.missingGlyphs(sampleJob({ text: text.toJSON(), slip: plain }))).toEqual([expect.objectContaining({ codePoint: 'U+10FFFD' })])
})

it('has words of several styles under one reading once', async () => {
  const group = (text: string, ...marks: string[]) => schema.text(text, [schema.mark('ruby', { reading: 'AI', part: null }), ...marks.map(name => schema.mark(name))])
  const text = schema.node('doc', null, [schema.node('paragraph', null, [group('人工', 'strong'), group('智能'), schema.text('上岗')])])
  const pdf = inspectPdf((await typesetter.pdf(sampleJob({ text: text.toJSON(), slip: plain }), 'proof')).bytes)
  expect(pdf.text().match(/AI/g)).toHaveLength(1)
  pdf.remove()
})
