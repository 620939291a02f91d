import { expect, it } from 'vitest'
import type { ProofPage } from './print'
import type { SetLine } from './set-lines'
import { glyphEdges, lineAt, lineBeyond, lineOf, offsetAt } from './line-places'

const em = 9
const line = (block: number, from: number, to: number, column: number, row: number, page = 0): SetLine =>
  ({ page, box: { x: 20 + column * 14 * em, y: 50 + row * 14, width: (to - from) * em, height: em }, block, from, to, isOver: false })

/** Two columns of two lines; the second paragraph goes on in the second column, and ends on the next page. */
const lines = [line(0, 0, 13, 0, 0), line(1, 0, 11, 0, 1), line(1, 11, 24, 1, 0), line(1, 24, 30, 1, 1), line(2, 0, 5, 0, 0, 1)]

it('finds the line at a point, the nearest between lines and columns, and none far away', () => {
  for (const [index, { page, box }] of lines.entries()) expect(lineAt(lines, { page, x: box.x + box.width / 2, y: box.y + 4 })).toBe(index)
  expect(lineAt(lines, { page: 0, x: 30, y: 50 + em + 1 })).toBe(0)
  expect(lineAt(lines, { page: 0, x: 30, y: 50 + em + 4 })).toBe(1)
  expect(lineAt(lines, { page: 0, x: 20 + 20 * em, y: 64 + 4 })).toBe(3)
  expect(lineAt(lines, { page: 1, x: 400, y: 700 })).toBe(-1)
  expect(lineAt(lines, { page: 2, x: 20, y: 50 })).toBe(-1)
})

it('finds the line that holds a place of the text', () => {
  expect([[0, 0], [0, 13], [1, 0], [1, 10], [1, 11], [1, 30], [2, 5]].map(([block, offset]) => lineOf(lines, { block: block!, offset: offset! }))).toEqual([0, 0, 1, 1, 2, 3, 4])
  expect(lineOf(lines, { block: 9, offset: 0 })).toBe(-1)
})

it('finds the place in a line by its glyphs, else by the width of its characters', () => {
  const second = lines[2]!
  const words = '一二三四五六七八九十百千万'
  const even = words.split('').map((_, index) => second.box.x + index * em)
  const at = (x: number, edges = even) => offsetAt(second, words, edges, second.box.x + x)
  expect([at(-50), at(0.4 * em), at(0.6 * em), at(3.4 * em), at(12.4 * em), at(500)]).toEqual([11, 11, 12, 14, 23, 24])
  expect(at(3.4 * em, [])).toBe(14)
  const squeezed = { ...second, to: 17, box: { ...second.box, width: 5 * em } }
  expect(offsetAt(squeezed, '“一”AI二', [], squeezed.box.x + 3.6 * em)).toBe(15) // 1 + 1 + 1 + ½ + ½ + 1 characters wide
  expect(offsetAt(squeezed, '一 二', [squeezed.box.x, squeezed.box.x + 4 * em], squeezed.box.x + 3.5 * em)).toBe(13) // before 二, behind the space
})

it('reads where the glyphs of one line begin, not those beside and below', () => {
  const glyphs = (x: number, baseline: number, count: number): ProofPage['items'][number] =>
    ({ type: 'glyphs', matrix: [0.009, 0, 0, -0.009, x, baseline], fill: '#000', glyphs: Array.from({ length: count }, () => 'g'), offsets: Array.from({ length: count }, (_, index) => index * 1000) })
  const { box } = lines[0]!
  const page: ProofPage = { width: 600, height: 800, items: [glyphs(box.x, box.y + 8, 13), glyphs(box.x + 14 * em, box.y + 8, 13), glyphs(box.x, box.y + 22, 13)] }
  expect(glyphEdges(page, lines[0]!).map(edge => Math.round((edge - box.x) / em))).toEqual(Array.from({ length: 13 }, (_, index) => index))
})

it('goes from line to line by keys', () => {
  const go = (from: number, ...keys: Parameters<typeof lineBeyond>[2][]) => keys.reduce((at, key) => lineBeyond(lines, at, key), from)
  expect([go(0, 'ArrowDown'), go(3, 'ArrowDown'), go(4, 'ArrowDown'), go(0, 'ArrowUp'), go(2, 'ArrowUp')]).toEqual([1, 4, 4, 0, 1])
  expect([go(1, 'ArrowRight'), go(2, 'ArrowLeft'), go(2, 'ArrowRight'), go(2, 'Home'), go(1, 'End'), go(4, 'Home')]).toEqual([3, 0, 2, 0, 3, 4])
  expect([lineBeyond(lines, -1, 'ArrowDown'), lineBeyond([], -1, 'ArrowDown')]).toEqual([0, -1])
})
