import { expect, it } from 'vitest'
import { countCharacters } from './count'

it.each([
  ['', 0, 0],
  ['临江日报讯', 5, 5],
  ['10月29日，省委开会。', 12, 10],
  ['前 后\u3000中\t间\n', 4, 4],
  ['——……', 4, 0],
  ['e\u0301', 1, 1],
  ['𠮷田', 2, 2],
  ['GDP 增长 5.5%', 9, 7],
])('%j has %i characters, %i without punctuation', (text, characters, withoutPunctuation) => {
  expect(countCharacters(text)).toEqual({ characters, withoutPunctuation })
})
