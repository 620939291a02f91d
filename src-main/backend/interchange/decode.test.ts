import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPressText } from '../../common/interchange/press-text/read'
import { decodeText, largestImport } from './decode'

const text = '临江日报讯（记者沈帆）10月16日，市委召开会议。\r\n“5G”\n'
const utf16 = (littleEndian: boolean, mark: boolean, words = text) => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + words, 'utf16le')
  return littleEndian ? bytes : bytes.swap16()
}
/** `text` and 𠮷䶮, which GB18030 writes in four bytes. */
const gb18030 = Buffer.from('c1d9bdadc8d5b1a8d1b6a3a8bcc7d5dfc9f2b7aba3a93130d4c23136c8d5a3accad0ceafd5d9bfaabbe1d2e9a1a30d0aa1b03547a1b10a9534b235fe9f', 'hex')

it.each([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from('\uFEFF' + text), 'utf-8'],
  ['UTF-16 LE with a mark', utf16(true, true), 'utf-16le'],
  ['UTF-16 BE with a mark', utf16(false, true), 'utf-16be'],
  ['UTF-16 LE', utf16(true, false), 'utf-16le'],
  ['UTF-16 BE', utf16(false, false), 'utf-16be'],
  ['GB18030', gb18030, 'gb18030'],
])('reads %s', (_, bytes, encoding) => {
  const decoded = decodeText(bytes)
  expect(decoded.encoding).toBe(encoding)
  expect(decoded.text.startsWith(text)).toBe(true)
})

it.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['only spaces', Buffer.from(' \n\u3000\uFEFF'), 'empty'],
  ['a picture', readFileSync('node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf').subarray(0, 20000), 'not-readable'],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'not-readable'],
  ['a Word file', Buffer.from('PK\u0003\u0004word/document.xml'), 'not-readable'],
  ['a file beyond the limit', Buffer.alloc(largestImport + 1, 65), 'too-large'],
])('refuses %s', (_, bytes, code) => {
  expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code }))
})

it('keeps what it can of a text with a few damaged bytes', () => {
  const bytes = Buffer.from(text.repeat(20))
  bytes[1] = 0xFF
  expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', text: expect.stringContaining('\uFFFD') as string })
})

const paragraph = '会议指出,要"抓好"落实(项目),增长3.5%,大家都来了. '
it.each([
  ['paragraphs', `${paragraph.repeat(8)}\n\n`],
  ['one line', paragraph],
  ['headings, paragraphs and names', `一、小标题\n${paragraph.repeat(6)}\n记者 沈帆\n`],
])('reads 5 MB of %s, every line of it', (_, unit) => {
  const bytes = Buffer.from(unit.repeat(Math.ceil(5 * 1024 * 1024 / Buffer.byteLength(unit))))
  const { text: decoded, encoding } = decodeText(bytes)
  const reading = readPressText(decoded, 'large.txt', encoding)
  expect(reading.lines.map(line => line.original).join('\n')).toBe(decoded)
})
