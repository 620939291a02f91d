import { expect, it } from 'vitest'
import { printable } from './printable'

it.each([
  ['lone surrogates become the replacement character', 'a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
  ['whole pairs stay', '𠮷', '𠮷'],
  ['control characters go, tabs and line ends become spaces', 'a\u0000\u0007b\tc\nd', 'ab c d'],
  ['a dash is one mark', '经济——社会', '经济⸺社会'],
  ['· is held to what stands before it', '热·曼', '热\u2060·曼'],
  ['words and numbers stay whole', 'Internet 2026年6.8%', 'Internet 2026年6.8%'],
  ['addresses may break', 'https://a.example/2026?id=7', 'https://\u200Ba.\u200Bexample/\u200B2026?\u200Bid=\u200B7'],
])('%s', (_, text, expected) => expect(printable(text)).toBe(expected))
