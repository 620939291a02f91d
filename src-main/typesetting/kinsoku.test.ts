import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { columnWidths } from '../common/print/column-arithmetic'
import type { Slot } from '../common/print/slot'
import { schema } from '../common/document/schema'
import { inspectPdf } from './testing/pdf-tools'
import { neverFirst, neverLast, randomNumbers, randomParagraph, randomSlot } from './testing/random-layouts'
import { realTypesetter } from './testing/real-typesetter'
import { line, sampleJob, sampleSlip } from './testing/sample-story'

const layouts = 100
const dateless = { ...sampleSlip, dispatch: '' as const, editor: '' }

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
