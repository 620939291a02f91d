import { expect, it } from 'vitest'
import type { DrawItem, ProofPage } from '../../../src-main/common/print/print'
import { changedParts, itemBox } from './changed-parts'

const line = (y: number, x = 0, glyphs = ['a', 'b']): DrawItem => ({ type: 'glyphs', matrix: [1, 0, 0, -1, x, y], fill: '#000', glyphs, offsets: glyphs.map((_, index) => index * 10) })
const glyphBox = (glyph: string) => glyph === 'late' ? undefined : glyph === ' ' ? null : { x: 1, y: -2, width: 8, height: 10 }
const boxOf = (item: DrawItem) => itemBox(item, glyphBox)
const page = (items: DrawItem[]): ProofPage => ({ width: 400, height: 600, items })
const lines = Array.from({ length: 12 }, (_, index) => line(20 + index * 12))
const other = [...lines.slice(0, 4), line(68, 5), ...lines.slice(5)]

it('knows what a line, a rule and a picture cover', () => {
  expect(boxOf(line(100, 20, ['a', ' ', 'b', ' ']))).toEqual({ x: 21, y: 92, width: 28, height: 10 })
  expect(boxOf(line(100, 20, [' ']))).toBeNull()
  expect(boxOf({ type: 'path', matrix: [1, 0, 0, 1, 10, 10], path: 'M 0 0 l 50 0', fill: null, stroke: '#000', strokeWidth: 2, dash: [] })).toEqual({ x: 8, y: 8, width: 54, height: 4 })
  expect(boxOf({ type: 'picture', matrix: [0, 1, -1, 0, 100, 0], width: 30, height: 20, source: '' })).toEqual({ x: 80, y: 0, width: 20, height: 30 })
})

it('knows of what is bounded only what is seen', () => {
  const bound = (...boxes: [x: number, width: number][]): DrawItem => ({ ...line(100, 20), clips: boxes.map(([x, width]) => ({ matrix: [1, 0, 0, 1, x, 95], path: `M 0 0 M 0 0 L ${width} 0 L ${width} 20 L 0 20 Z ` })) })
  expect(boxOf(bound([0, 200]))).toEqual({ x: 21, y: 95, width: 18, height: 7 })
  expect(boxOf(bound([25, 200], [0, 30]))).toEqual({ x: 25, y: 95, width: 5, height: 7 })
  expect(boxOf(bound([25, 200], [0, 22]))).toBeNull()
})

it('finds nothing to draw in the same page, and where a line changed only that line', () => {
  expect(changedParts(page(lines), page(lines), boxOf)).toEqual([])
  expect(changedParts(page(other), page(lines), boxOf)).toEqual([{ x: 1, y: 60, width: 23, height: 10 }])
})

it('takes neighbouring lines together and leaves distant ones apart', () => {
  const changed = lines.map((item, index) => [2, 3, 10].includes(index) ? line(20 + index * 12, 1) : item)
  expect(changedParts(page(changed), page(lines), boxOf)).toEqual([{ x: 1, y: 36, width: 19, height: 22 }, { x: 1, y: 132, width: 19, height: 10 }])
})

it('wants the whole page drawn when most of it changed, its size did, what stays lies otherwise, or a box is not known', () => {
  expect(changedParts(page(lines.map((_, index) => line(26 + index * 12))), page(lines), boxOf)).toBeUndefined()
  expect(changedParts({ ...page(lines), height: 601 }, page(lines), boxOf)).toBeUndefined()
  expect(changedParts(page([lines[1]!, lines[0]!, ...lines.slice(2)]), page(lines), boxOf)).toBeUndefined()
  expect(changedParts(page([...lines, line(300, 0, ['late'])]), page(lines), boxOf)).toBeUndefined()
})
