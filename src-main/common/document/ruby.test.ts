import { expect, it } from 'vitest'
import { cleanReading, readingsFor, withToneMark } from './ruby'

it.each([
  ['lin2', 'lín'], ['jiang1', 'jiāng'], ['zhuang4', 'zhuàng'], ['gui4', 'guì'], ['liu2', 'liú'], ['lv4', 'lǜ'], ['nu:3', 'nǚ'], ['lve4', 'lüè'], ['tou2', 'tóu'], ['de5', 'de'], ['er2', 'ér'],
  ['xue2', 'xué'], ['A1', 'Ā'], ['OU1', 'ŌU'], ['lín', 'lín'], ['ㄌㄧㄣ', 'ㄌㄧㄣ'], ['AI', 'AI'], ['ng2', 'ng2'], ['2026', '2026'],
])('%s is %s', (typed, marked) => expect(withToneMark(typed)).toBe(marked))

it('gives every character its reading when there are as many', () => {
  expect(readingsFor('临江', 'lin2 jiang1')).toEqual([{ from: 0, to: 1, reading: 'lín', part: 0 }, { from: 1, to: 2, reading: 'jiāng', part: 1 }])
  expect(readingsFor('“龘、𠮷”', 'dá　jí')).toEqual([{ from: 1, to: 2, reading: 'dá', part: 0 }, { from: 3, to: 5, reading: 'jí', part: 1 }])
  expect(readingsFor('5G网', 'wǔjī wǎng')).toEqual([{ from: 0, to: 2, reading: 'wǔjī', part: 0 }, { from: 2, to: 3, reading: 'wǎng', part: 1 }])
  expect(readingsFor('龘', 'dá')).toEqual([{ from: 0, to: 1, reading: 'dá', part: null }])
})

it('sets one reading over words when there are fewer or more, if they are short', () => {
  expect(readingsFor('人工智能', 'AI')).toEqual([{ from: 0, to: 4, reading: 'AI', part: null }])
  expect(readingsFor('花儿', 'huār')).toEqual([{ from: 0, to: 2, reading: 'huār', part: null }])
  expect(readingsFor('临江市委市政府办公室', 'bàn')).toBeUndefined()
})

it('takes nothing where there is nothing to read or no reading', () => {
  expect(readingsFor('，。', 'lín')).toBeUndefined()
  expect(readingsFor('临江', '  ')).toBeUndefined()
})

it('keeps readings on one line and free of invisible characters', () => {
  expect(cleanReading(' lín\n\u202Ejiāng\u200B ')).toBe('lín jiāng')
  expect(cleanReading('a'.repeat(99))).toHaveLength(40)
})
