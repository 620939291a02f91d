import { expect, it } from 'vitest'
import { readSlot } from './slot-argument'

it.each(['4x30x13', '4×30×13', ' 4X30X13 '])('reads %j', argument => {
  expect(readSlot(argument)).toEqual({ columns: 4, lines: 30, characters: 13 })
})

it.each(['', '4x30', '0x30x13', '4x4x13', '17x30x13', 'axbxc', '4x30x13x1'])('refuses %j', argument => {
  expect(() => readSlot(argument)).toThrow(expect.objectContaining({ code: 'invalid-arguments' }))
})
