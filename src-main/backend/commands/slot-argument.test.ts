import { expect, it } from 'vitest'
import { fitInWords, readSlot } from './slot-argument'

it.each(['4x30x13', '4×30×13', ' 4X30X13 '])('reads %j', argument => {
  expect(readSlot(argument)).toEqual({ columns: 4, lines: 30, characters: 13 })
})

it.each(['', '4x30', '0x30x13', '4x4x13', '17x30x13', 'axbxc', '4x30x13x1'])('refuses %j', argument => {
  expect(() => readSlot(argument)).toThrow(expect.objectContaining({ code: 'invalid-arguments' }))
})

it.each([[8, 0, '超 8 行'], [0, 3, '余 3 行'], [0, 0, '正好']])('says %i over and %i spare as %s', (over, spare, words) => {
  expect(fitInWords({ over, spare })).toBe(words)
})
