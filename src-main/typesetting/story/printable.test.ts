import { expect, it } from 'vitest'
import { printable } from './printable'

it.each([
  ['lone surrogates become the replacement character', 'a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
  ['whole pairs stay', '𠮷', '𠮷'],
  ['control characters go, tabs and line ends become spaces', 'a\u0000\u0007b\tc\nd', 'ab c d'],
  ['a dash is one mark', '经济——社会', '经济⸺社会'],
  ['· is held to what stands before it', '热·曼', '热\u2060·曼'],
  ['～ and – are held to what stands before them', '5～10年 京–沪', '5\u2060～10年 京\u2060–沪'],
  ['lines may end between quotations, and between them and numbers or Latin words', '“三讲”‘四有’6.8%“五好”GDP', '“三讲”\u200B‘四有’\u200B6.8%\u200B“五好”\u200BGDP'],
  ['an apostrophe is no end of a quotation', 'Linjiang’s “Daily”', 'Linjiang’s “Daily”'],
  ['words and numbers stay whole', 'Internet 2026年6.8%', 'Internet 2026年6.8%'],
  ['addresses may break', 'https://a.example/2026?id=7', 'https://\u200Ba.\u200Bexample/\u200B2026?\u200Bid=\u200B7'],
])('%s', (_, text, expected) => expect(printable(text)).toBe(expected))
