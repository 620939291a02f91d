import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fontFolder } from '../testing/real-typesetter'
import { readFonts } from './font-file'

it('reads the family and the characters of a font', () => {
  const [font] = readFonts(join(fontFolder, 'NotoSerifSC-Regular.ttf'))
  expect(font!.families).toContain('Noto Serif SC')
  for (const character of '临江，。「A1') expect(font!.covers(character.codePointAt(0)!), character).toBe(true)
  for (const codePoint of [0xE000, 0x10FFFD, 0x0627]) expect(font!.covers(codePoint)).toBe(false)
})

it('takes little memory for three large fonts', () => {
  const before = process.memoryUsage().arrayBuffers
  const fonts = ['LXGWWenKai-Regular', 'NotoSansSC-Regular', 'NotoSerifSC-Regular'].flatMap(name => readFonts(join(fontFolder, `${name}.ttf`)))
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2_000_000)
  expect(fonts).toHaveLength(3)
})

it('refuses what is no font', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingyang-fonts-'))
  for (const [name, bytes] of [['empty', ''], ['text', '这不是字体'.repeat(99)]] as const) {
    writeFileSync(join(folder, name), bytes)
    expect(() => readFonts(join(folder, name))).toThrow(/font/)
  }
})
