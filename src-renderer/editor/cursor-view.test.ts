import { expect, it } from 'vitest'
import { hasRoom } from './cursor-view'

const frame = { top: 100, bottom: 700, left: 300, right: 900 }
const cursorAt = (top: number, left = 400) => ({ top, bottom: top + 20, left, right: left })

it.each([
  ['in the middle', cursorAt(300), true],
  ['at the highest place that needs no scrolling', cursorAt(124), true],
  ['above it', cursorAt(123), false],
  ['at the lowest', cursorAt(616), true],
  ['below it', cursorAt(617), false],
  ['left of the frame', cursorAt(300, 299), false],
  ['right of it', cursorAt(300, 901), false],
])('a cursor %s', (_where, cursor, isInView) => {
  expect(hasRoom(cursor, frame)).toBe(isInView)
})
