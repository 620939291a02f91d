import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { columnWidths } from '../common/print/column-arithmetic'
import type { Slot } from '../common/print/slot'
import { schema } from '../common/document/schema'
import { inspectPdf } from './testing/pdf-tools'
import { realTypesetter } from './testing/real-typesetter'
import { line, sampleJob, sampleSlip } from './testing/sample-story'

/** GB/T 15834, W3C clreq: marks that may not open a line, and marks that may not close one. */
const neverFirst = /^[，。、；：！？”’）》】〉」』…·％%℃]/
const neverLast = /[“‘（《【〈「『]$/
const layouts = 100

const words = ['临江', '经济', '发展', '会议', '“满意答卷”', '（县、区）', '《方案》', 'https://www.linjiang.example/2026/report?id=18', '——', '……', '，', '。', '；', '：', '！', '？', '、', '6.8%', '2026年', 'GDP', 'Internet', '阿卜杜·热合曼', '‘新’', '“《行动方案》”', '项目', '部署', '重点', '一', '的']
const dateless = { ...sampleSlip, dispatch: '' as const, editor: '' }

/** The same numbers for the same seed (mulberry32). */
function randomNumbers(seed: number) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Words at random, but no text a writer would not write: marks do not follow marks, and a paragraph opens with a word. */
function randomParagraph(random: () => number, length: number): string {
  let text = '会议'
  while (text.length < length) {
    const word = words[Math.floor(random() * words.length)]!
    if (/[，。；：！？、—…]$/.test(text) && /^[，。；：！？、—…]/.test(word)) continue
    text += word
  }
  return `${text}完。`
}

/** Columns of one width or two, with the usual gutter or a wider one. */
function randomSlot(random: () => number): Slot {
  const columns = 1 + Math.floor(random() * 6)
  const slot = { columns, lines: 5 + Math.floor(random() * 80), characters: 9 + Math.floor(random() * 14) }
  if (columns === 1 || random() < 0.5) return slot
  return random() < 0.6 ? { ...slot, widerColumns: 1 + Math.floor(random() * (columns - 1)) } : { ...slot, gutter: 1.5 }
}

it(`keeps marks from line starts and ends in ${layouts} random layouts, and loses and doubles no character`, async () => {
  const typesetter = realTypesetter()
  let lines = 0
  for (let seed = 1; seed <= layouts; seed++) {
    const random = randomNumbers(seed)
    const paragraphs = Array.from({ length: 3 + Math.floor(random() * 6) }, () => randomParagraph(random, 40 + Math.floor(random() * 220)))
    const text = schema.node('doc', null, paragraphs.map(paragraph => line('paragraph', paragraph)))
    const slot = randomSlot(random)
    const pdf = inspectPdf((await typesetter.pdf(sampleJob({ text: text.toJSON(), slip: dateless, slot }), 'proof')).bytes)
    const set = linesOf(pdf.file, slot)
    pdf.remove()
    lines += set.length
    for (const each of set) {
      expect(each, `seed ${seed}`).not.toMatch(neverFirst)
      expect(each, `seed ${seed}`).not.toMatch(neverLast)
    }
    expect(sorted(set.join('')), `seed ${seed}`).toBe(sorted(paragraphs.join('')))
  }
  expect(lines).toBeGreaterThan(3000)
}, 120_000)

const millimetre = 72 / 25.4
const proofMargin = 8 * millimetre
const em = 9

/** The body's printed lines, put together from the places of their words. The line about the fit is set smaller and left out. */
function linesOf(file: string, { columns, characters, gutter = 1, widerColumns = 0 }: Slot): string[] {
  const ends = columnWidths({ columns, characters, widerColumns }).map((_, index, widths) => proofMargin + (widths.slice(0, index + 1).reduce((sum, width) => sum + width, 0) + (index + 0.25) * gutter) * em) // an opening bracket begins half an em before its line
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' })
  const lines = new Map<string, { x: number, text: string }[]>()
  for (const [, left, top, , bottom, text] of boxes.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g)) {
    if (Number(bottom) - Number(top) < em * 0.95) continue
    const column = ends.findIndex(end => Number(left) < end)
    const key = `${column} ${Number(top).toFixed(0)}`
    lines.set(key, [...lines.get(key) ?? [], { x: Number(left), text: text! }])
  }
  return [...lines.values()].map(line => line.sort((a, b) => a.x - b.x).map(word => word.text).join(''))
}

const sorted = (text: string) => [...text.normalize('NFKC').replace(/[\s\u2060\u200B\u00AD\u2010-]/g, '').replaceAll('⸺', '——')].sort().join('')
