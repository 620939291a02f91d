import { expect, it } from 'vitest'
import { cropAround, croppedName, pixelsOf, readCrop } from './picture-crop'

it.each([
  ['nothing', null, null],
  ['the whole picture', { x: 0, y: 0, width: 1, height: 1 }, null],
  ['what is no crop', { x: '0', y: 0, width: 1, height: 1 }, null],
  ['a part', { x: 0.1, y: 0.2, width: 0.5, height: 0.5 }, { x: 0.1, y: 0.2, width: 0.5, height: 0.5 }],
  ['what reaches beyond the edge', { x: 0.8, y: -1, width: 0.5, height: 3 }, { x: 0.5, y: 0, width: 0.5, height: 1 }],
  ['nothing left', { x: 0, y: 0, width: 0, height: 0 }, { x: 0, y: 0, width: 0.02, height: 0.02 }],
])('reads %s', (_, value, expected) => expect(readCrop(value)).toEqual(expected))

it('never asks for pixels the picture does not have', () => {
  for (const share of [0, 0.333, 0.98, 0.999]) {
    const { left, top, width, height } = pixelsOf({ x: share, y: share, width: 0.02, height: 0.02 }, { width: 301, height: 7 })
    expect(left + width).toBeLessThanOrEqual(301)
    expect(top + height).toBeLessThanOrEqual(7)
    expect(Math.min(width, height)).toBeGreaterThan(0)
  }
})

it('cuts the largest part of a shape around the point that matters', () => {
  expect(cropAround({ width: 400, height: 200 }, 1, { x: 0.5, y: 0.5 })).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 })
  expect(cropAround({ width: 400, height: 200 }, 1, { x: 0.95, y: 0.5 })).toEqual({ x: 0.5, y: 0, width: 0.5, height: 1 })
  expect(cropAround({ width: 200, height: 400 }, 2, { x: 0.5, y: 0 })).toEqual({ x: 0, y: 0, width: 1, height: 0.25 })
})

it('names each part of a picture', () => {
  expect(croppedName('abc', null)).toBe('abc')
  expect(croppedName('abc', { x: 0.5, y: 0, width: 0.5, height: 1 })).toBe('abc@5000-0-5000-10000')
})
