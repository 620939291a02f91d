import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Matrix } from '../../../src-main/common/print/print'
import { itemBox } from './changed-parts'
import { drawPage, type DrawingSource } from './draw-page'
import { runImages, type GlyphRun } from './run-images'

const run = (matrix: Matrix, glyphs = ['a', 'b']): GlyphRun => ({ type: 'glyphs', matrix, fill: '#000', glyphs, offsets: glyphs.map((_, index) => index * 10) })
const drawn: { size: number[], origin: number[] }[] = []

class Canvas {
  constructor(readonly width: number, readonly height: number) {}
  getContext() { return this }
  transferToImageBitmap() { return { size: [this.width, this.height] } }
}

const images = () => runImages((context, _run, _scale, ...origin) => {
  const { width, height } = context as unknown as Canvas
  drawn.push({ size: [width, height], origin })
}, item => itemBox(item, () => ({ x: 1.5, y: -2, width: 8, height: 10 })))

beforeEach(() => { vi.stubGlobal('OffscreenCanvas', Canvas) })
afterEach(() => {
  vi.unstubAllGlobals()
  drawn.length = 0
})

it('draws a run once, wherever it stands, and anew for another scale and when the images are gone', () => {
  const { imageOf, forget } = images()
  const first = imageOf(run([1, 0, 0, -1, 20.3, 100.7]), 2)!
  expect(drawn).toEqual([{ size: [38, 22], origin: [-2, 17] }])
  expect(first).toEqual({ image: { size: [38, 22] }, left: 2, top: -17 })

  const line = run([1, 0, 0, -1, 20.3, 100.7])
  const made = imageOf(line, 2)
  expect(imageOf({ ...line, matrix: [1, 0, 0, -1, 7.1, 3] }, 2)).toBe(made)
  expect(drawn).toHaveLength(2)
  imageOf(line, 3)
  forget()
  imageOf(line, 3)
  expect(drawn).toHaveLength(4)
})

it('does not take the image of the same glyphs in a group that is larger or turned', () => {
  const { imageOf } = images()
  const line = run([1, 0, 0, -1, 20, 100])
  imageOf(line, 2)
  expect(imageOf({ ...line, matrix: [0.8, 0, 0, -0.8, 20, 100] }, 2)).toBeUndefined()
  expect(imageOf(line, 2)).toBeDefined()
})

it('has no image of a run that is large on the canvas', () => {
  expect(images().imageOf(run([20, 0, 0, -20, 0, 300]), 2)).toBeUndefined()
})

it('puts images at whole pixels of the canvas, and draws by outlines what has none', () => {
  const calls: unknown[] = []
  const told = (name: string) => (...args: unknown[]) => { if (name !== 'fillRect') calls.push([name, ...args]) }
  const context = { setTransform: told('setTransform'), fill: told('fill'), fillRect: told('fillRect'), drawImage: told('drawImage') } as unknown as Parameters<typeof drawPage>[0]
  const source = {
    imageOf: ({ glyphs }: GlyphRun) => glyphs.length > 1 ? { image: 'image', left: -3, top: -9 } : undefined,
    outline: (glyph: string) => `outline ${glyph}`, boxOf: () => undefined,
  } as unknown as DrawingSource
  drawPage(context, { width: 100, height: 100, items: [run([1, 0, 0, -1, 20.3, 50.7]), run([1, 0, 0, -1, 20.3, 50.7], ['a'])] }, 2, source)
  expect(calls.slice(1)).toEqual([
    ['setTransform', 1, 0, 0, 1, 0, 0], ['drawImage', 'image', 38, 92],
    ['setTransform', 2, 0, 0, -2, 40.6, 101.4], ['fill', 'outline a'],
  ])
})

it('draws on white down to the last row of pixels, of which the page may cover a part', () => {
  const grounds: number[][] = []
  const context = { setTransform: () => undefined, fillRect: (...ground: number[]) => { grounds.push(ground) } } as unknown as Parameters<typeof drawPage>[0]
  drawPage(context, { width: 100, height: 100.3, items: [] }, 2, {} as DrawingSource)
  const [[x, y, width, height]] = grounds as [[number, number, number, number]]
  expect([x <= 0, y <= 0, (x + width) * 2 >= 200, (y + height) * 2 >= 201]).toEqual([true, true, true, true])
})
