import type { FinalPlace } from '../suggestions/final-places'
import type { ProofPage } from './print'
import type { SetLine } from './set-lines'

/** A point of a page, pt from its upper left corner; pages count from 0. */
export interface PagePoint { page: number, x: number, y: number }

const reach = 60 // pt: further from any line a click means none

/** The line at a point, else the nearest within reach: the index of it, or -1. */
export function lineAt(lines: readonly SetLine[], { page, x, y }: PagePoint): number {
  const distances = lines.map(({ page: of, box }) => of === page ? Math.hypot(outside(x, box.x, box.width), 2 * outside(y, box.y, box.height)) : Infinity)
  const least = Math.min(...distances)
  return least <= reach ? distances.indexOf(least) : -1
}

const outside = (value: number, start: number, length: number) => Math.max(start - value, value - start - length, 0)

/** The line that holds a place of the text, or -1. Where one line ends and the next begins, it is the next. */
export function lineOf(lines: readonly SetLine[], { block, offset }: FinalPlace): number {
  const own = lines.map((line, index) => ({ line, index })).filter(({ line }) => line.block === block)
  const found = own.filter(({ line }) => line.from <= offset).sort((a, b) => a.line.from - b.line.from).at(-1)
  return (found ?? own[0])?.index ?? -1
}

/** The place in a line nearest to `x`. `words` are the line's characters, `edges` where its glyphs begin; without one for each, characters count by their width. */
export function offsetAt({ box, from }: SetLine, words: string, edges: readonly number[], x: number): number {
  const seen = [...words.split('').entries()].filter(([, unit]) => unit.trim() !== '')
  const starts = edges.length === seen.length ? edges : byWidth(seen.map(([, unit]) => unit), box)
  const ends = [...starts.slice(1), box.x + box.width]
  const passed = starts.filter((start, index) => x > (start + ends[index]!) / 2).length
  return from + (passed < seen.length ? seen[passed]![0] : words.length)
}

function byWidth(units: string[], { x, width }: SetLine['box']): number[] {
  const widths = units.map(unit => unit < '\u2E80' && !/[—…“”‘’]/.test(unit) ? 0.5 : 1)
  const total = widths.reduce((sum, each) => sum + each, 0)
  let sum = 0
  return widths.map(each => x + width * ((sum += each) - each) / total)
}

/** Where the glyphs of a line begin, pt from the page's left. */
export function glyphEdges({ items }: ProofPage, { box }: SetLine): number[] {
  const edges: number[] = []
  for (const item of items) {
    if (item.type !== 'glyphs') continue
    const [a, , , , left, baseline] = item.matrix
    if (baseline < box.y || baseline > box.y + box.height) continue
    edges.push(...item.offsets.map(offset => left + a * offset).filter(edge => edge > box.x - 1 && edge < box.x + box.width - 0.5))
  }
  return edges.sort((one, other) => one - other)
}

/** The words on a line, of the final text's block it is in. */
export const wordsOn = (text: string, { from, to }: SetLine) => text.slice(from, to)

export const lineMoves = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const
export type LineMove = (typeof lineMoves)[number]

/** The line a key leads to: above or below in the order of reading, beside in the next column, the page's first or last. */
export function lineBeyond(lines: readonly SetLine[], current: number, move: LineMove): number {
  const line = lines[current]
  if (!line) return lines.length > 0 ? 0 : -1
  if (move === 'ArrowUp') return Math.max(0, current - 1)
  if (move === 'ArrowDown') return Math.min(lines.length - 1, current + 1)
  const onPage = lines.map((each, index) => ({ each, index })).filter(({ each }) => each.page === line.page)
  if (move === 'Home') return onPage[0]!.index
  if (move === 'End') return onPage.at(-1)!.index
  const isRight = move === 'ArrowRight'
  const beside = onPage.filter(({ each: { box } }) => isRight ? box.x >= line.box.x + line.box.width : box.x + box.width <= line.box.x)
  const step = (box: SetLine['box']) => Math.abs(box.y - line.box.y) + 0.01 * Math.abs(box.x - line.box.x)
  return beside.sort((a, b) => step(a.each.box) - step(b.each.box))[0]?.index ?? current
}
