import { expect, it } from 'vitest'
import type { DrawItem, ProofPage } from './print'
import { proofReceiver, proofSender, type SentProof } from './sent-proof'

const line = (text: string, y: number): DrawItem => ({ type: 'glyphs', matrix: [1, 0, 0, -1, 0, y], fill: '#000', glyphs: [...text], offsets: [...text].map((_, index) => index * 9) })
const page = (...lines: string[]): ProofPage => ({ width: 100, height: 200, items: lines.map((text, index) => line(text, index * 12)) })
const glyphsOf = (pages: ProofPage[]) => new Map(pages.flatMap(({ items }) => items.flatMap(item => item.type === 'glyphs' ? item.glyphs.map(id => [id, `M ${id}`] as const) : [])))
const fit = { columns: 1, linesPerColumn: 9, charactersPerLine: 9, deckLines: 0, capacity: 9, set: 3, over: 0, spare: 6 }

function desk() {
  const [send, receiver] = [proofSender(), proofReceiver()]
  const sent: SentProof[] = []
  return {
    sent,
    show(...pages: ProofPage[]) {
      sent.push(send({ pages, glyphs: glyphsOf(pages), fit, missing: [], substituted: [], milliseconds: 1 }, receiver.known()))
      return receiver.take(sent.at(-1)!)
    },
    receiver,
  }
}

it('sends of the next proof only what is new, and brings back what was there as the same objects', () => {
  const { show, sent } = desk()
  const first = show(page('甲乙', '丙丁', '戊己'))
  const second = show(page('甲乙', '丙庚', '戊己'))
  expect(second.pages).toEqual([page('甲乙', '丙庚', '戊己')])
  expect(second.pages[0]!.items[0]).toBe(first.pages[0]!.items[0])
  expect(second.pages[0]!.items[2]).toBe(first.pages[0]!.items[2])
  expect(sent[1]!.packedPages).not.toContain('戊')
  expect(second.glyphs).toEqual({ 庚: 'M 庚' })
})

it('sends of lines that moved only where they stand, with their glyphs as the same objects', () => {
  const { show, sent } = desk()
  const first = show(page('甲乙', '丙丁', '丙丁'))
  const second = show(page('新', '甲乙', '丙丁', '丙丁'))
  expect(second.pages).toEqual([page('新', '甲乙', '丙丁', '丙丁')])
  expect(sent[1]!.packedPages).not.toMatch(/[甲乙丙丁]/)
  const glyphsAt = (proof: typeof first, index: number) => (proof.pages[0]!.items[index] as Extract<DrawItem, { type: 'glyphs' }>).glyphs
  expect(glyphsAt(second, 1)).toBe(glyphsAt(first, 0))
})

it('brings back what bounds a line, also of one whose words were sent before', () => {
  const { show, sent } = desk()
  const bound = (width: number, item: DrawItem): DrawItem => ({ ...item, clips: [{ matrix: [1, 0, 0, 1, 0, 0], path: `M 0 0 L ${width} 0 Z` }] })
  const pageOf = (...items: DrawItem[]): ProofPage => ({ width: 100, height: 200, items })
  const line12 = line('甲乙', 12)
  for (const items of [[line12], [bound(40, line12)], [bound(40, { ...line12, matrix: [1, 0, 0, -1, 0, 24] })], [bound(50, line12), line12]]) expect(show(pageOf(...items)).pages).toEqual([pageOf(...items)])
  expect(sent[2]!.packedPages).not.toContain('甲')
})

it('sends proofs of several pages, grown, shrunk, with lines moved and lines alike', () => {
  const { show } = desk()
  const proofs = [[page('甲', '乙', '丙')], [page('甲'), page('乙', '丙')], [page('丙', '甲', '乙'), page('甲', '甲')], [page()], [page('甲', '新', '乙', '丙')]]
  for (const pages of proofs) expect(show(...pages).pages).toEqual(pages)
})

it('sends everything to a receiver that has another proof than the last, as after a restart', () => {
  const { show, receiver } = desk()
  show(page('甲', '乙'))
  const restarted = proofSender()
  const whole = restarted({ pages: [page('甲', '丙')], glyphs: glyphsOf([page('甲', '丙')]), fit, missing: [], substituted: [], milliseconds: 1 }, receiver.known())
  expect(whole).toMatchObject({ base: null, glyphs: { 甲: 'M 甲', 丙: 'M 丙' } })
  expect(receiver.take(whole).pages).toEqual([page('甲', '丙')])
})

it('sends everything again when an answer did not arrive', () => {
  const [send, receiver] = [proofSender(), proofReceiver()]
  const setting = (text: string) => ({ pages: [page(text)], glyphs: glyphsOf([page(text)]), fit, missing: [], substituted: [], milliseconds: 1 })
  receiver.take(send(setting('甲'), receiver.known()))
  send(setting('乙'), receiver.known())
  expect(receiver.take(send(setting('丙'), receiver.known()))).toMatchObject({ pages: [page('丙')], glyphs: { 丙: 'M 丙' } })
})
