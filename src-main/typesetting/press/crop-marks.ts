import { type PDFPage, cmyk } from '@cantoo/pdf-lib'

const millimetre = 72 / 25.4
const markLength = 5 * millimetre
const markWeight = 0.25 // pt

/** The page's geometry: trim inside bleed inside media, in millimetres around the trim. */
export const pressMargins = { bleed: 3, marks: 7 }
export const pressMargin = pressMargins.bleed + pressMargins.marks

/** Sets the boxes, and draws crop marks at the corners of the trim, outside of the bleed. Black only: the page has no other plate. */
export function addBoxesAndMarks(page: PDFPage) {
  const { width, height } = page.getSize()
  const trim = pressMargin * millimetre
  const bleed = pressMargins.marks * millimetre
  page.setBleedBox(bleed, bleed, width - 2 * bleed, height - 2 * bleed)
  page.setTrimBox(trim, trim, width - 2 * trim, height - 2 * trim)
  for (const [start, end] of cropMarks(width, height, trim)) {
    page.drawLine({ start, end, thickness: markWeight, color: cmyk(0, 0, 0, 1) })
  }
}

interface Point { x: number, y: number }

function cropMarks(width: number, height: number, trim: number): [Point, Point][] {
  const inner = trim - (pressMargins.bleed + 0.5) * millimetre
  const outer = inner - markLength
  const mirrored = (size: number, distance: number) => [distance, size - distance]
  const upright = [trim, width - trim].flatMap(x => mirrored(height, inner).map((y, index): [Point, Point] => [{ x, y }, { x, y: mirrored(height, outer)[index]! }]))
  const level = [trim, height - trim].flatMap(y => mirrored(width, inner).map((x, index): [Point, Point] => [{ x, y }, { x: mirrored(width, outer)[index]!, y }]))
  return [...upright, ...level]
}
