import { expect, it } from 'vitest'
import { pathBox } from './path-box'

it.each([
  ['M 0 0v 100 h 50 v -100 Z', { x: 0, y: 0, width: 50, height: 100 }],
  ['M 10 20L 30 5 Q 40 -10 50 20', { x: 10, y: -10, width: 40, height: 30 }],
  ['M 0 0m 10 10 l 5 5 Z m 1 1 l -20 0', { x: -9, y: 10, width: 24, height: 5 }], // after Z it goes on from where the outline began
  ['M 1 1c 1 1 2 2 3 0 q -1.5 -.5 1e1 2', { x: 1, y: 0.5, width: 13, height: 2.5 }],
  ['M 0 0H 12 V -3', { x: 0, y: -3, width: 12, height: 3 }],
])('knows how far %s reaches', (data, box) => {
  const found = pathBox(data)!
  for (const [side, value] of Object.entries(box)) expect(found[side as keyof typeof found]).toBeCloseTo(value, 9)
})

it.each(['', 'M 3 4'])('knows that %s draws nothing', data => {
  expect(pathBox(data)).toBeNull()
})

it('says nothing of commands it does not know', () => {
  expect(pathBox('M 0 0A 1 1 0 0 0 5 5')).toBeUndefined()
})
