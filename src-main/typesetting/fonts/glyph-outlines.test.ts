import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { expect, it } from 'vitest'
import { readGlyphId } from '../proof/glyph-id'
import { fontFolder } from '../testing/real-typesetter'
import { readFonts } from './font-file'
import { fontFiles } from './font-shelf'
import { glyphOutline, outlinePlaces } from './glyph-outlines'
import { readingFont } from './sfnt'

const common = new TextDecoder('gb18030').decode(Uint8Array.from({ length: 40 * 94 * 2 }, (_, byte) => byte % 2 === 0 ? 0xB0 + Math.floor(byte / 188) : 0xA1 + (byte - 1) / 2 % 94)) // GB/T 2312, level 1
const characters = [...common, ...Array.from({ length: 0x17F - 0x21 }, (_, index) => String.fromCodePoint(0x21 + index)), ...'，。、；：？！“”‘’（）《》—…·①②③㎡℃αβγАБВあア㈠Ⅳ'].filter(character => !/[\s\p{C}\uFFFD]/u.test(character))

/** Each glyph's outline as Typst writes it, by its name. */
function outlinesByTypst(file: string): Map<string, string> {
  const [facts] = readFonts(file)
  const text = characters.filter(character => facts!.covers(character.codePointAt(0)!)).join('')
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(file)] }] })
  const families = facts!.families.map(family => `${JSON.stringify(family)},`).join('')
  const { result } = compiler.compile({ mainFileContent: `#set text(font: (${families}), fallback: false)\n#text(${JSON.stringify(text)})` })
  return new Map([...compiler.svg(result!).matchAll(/<path id="([^"]+)" class="outline_glyph" d="([^"]+)"/g)].map(([, id, path]) => [id!, path!]))
}

const tokens = (path: string) => path.match(/[A-Za-z]|-?[\d.]+/g)?.join(' ')

it.each(fontFiles([fontFolder]).map(file => ({ font: file.slice(fontFolder.length + 1), file })))('$font: every outline is the one Typst draws', ({ file }) => {
  const expected = outlinesByTypst(file)
  expect(expected.size).toBeGreaterThan(3_900)
  const different = readingFont(file, read => {
    const places = outlinePlaces(read)
    return [...expected].filter(([id, path]) => tokens(glyphOutline(read, places, readGlyphId(id).glyph)) !== tokens(path))
  })
  expect(different.slice(0, 3)).toEqual([])
})

it('draws nothing for a glyph that is empty or that the font does not have', () => {
  readingFont(fontFiles([fontFolder])[0]!, read => {
    const places = outlinePlaces(read)
    expect([1, 65_535, 1_000_000].map(glyph => glyphOutline(read, places, glyph))).toEqual(['', '', ''])
  })
})

const word = (...values: number[]) => Buffer.from(values.flatMap(value => [value >> 8 & 255, value & 255]))

it('puts parts together, moved, scaled and turned, and of a font that goes round in circles what there is', () => {
  const square = Buffer.concat([word(1, 0, 0, 10, 10, 3, 0), Buffer.from([1, 1, 1, 1]), word(0, 10, 0, -10), word(0, 0, 10, 0)])
  const offset = 2, words = 1, scale = 8, more = 32, matrix = 128
  const composite = Buffer.concat([
    word(-1, 0, 0, 0, 0), word(offset | words | more, 0, 100, -100), // moved
    word(offset | words | scale | more, 0, 0, 0, 0x2000), // half as large
    word(offset | words | matrix, 0, 5, 5, 0, 0x4000, -0x4000, 0), // turned to the left
  ])
  const circle = Buffer.concat([word(-1, 0, 0, 0, 0), word(offset | words | more, 2, 1, 0), word(offset | words, 0, 0, 0)])
  const glyphs = [square, composite, circle]
  const starts = glyphs.reduce((ends, glyph) => [...ends, ends.at(-1)! + glyph.length / 2], [0])
  const bytes = Buffer.concat(glyphs)
  const outline = (glyph: number) => glyphOutline((at, length) => bytes.subarray(at, at + length), { starts: word(...starts), isLong: false, at: 0 }, glyph)
  expect(outline(0)).toBe('M0 0L10 0L10 10L0 10L0 0Z')
  expect(outline(1)).toBe('M100 -100L110 -100L110 -90L100 -90L100 -100Z' + 'M0 0L5 0L5 5L0 5L0 0Z' + 'M5 5L5 15L-5 15L-5 5L5 5Z')
  expect(outline(2)).toContain('M0 0')
})
