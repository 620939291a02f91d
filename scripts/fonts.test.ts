import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ensureFonts } from './fonts.mjs'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'qingyang-fonts-')) })
afterEach(() => rmSync(folder, { recursive: true }))

it('unpacks every font with its licence, once, and again what an interrupted run left empty', async () => {
  const unpacked = await ensureFonts(folder)
  const fonts = unpacked.filter(name => name.endsWith('.ttf'))
  expect(fonts).toHaveLength(6)
  for (const name of fonts) expect(readFileSync(join(folder, name)).readUInt32BE(0), name).toBe(0x00010000)
  expect(unpacked.filter(name => name.startsWith('OFL'))).toHaveLength(3)
  expect(await ensureFonts(folder)).toEqual([])
  writeFileSync(join(folder, fonts[0]!), '')
  expect(await ensureFonts(folder)).toEqual([fonts[0]])
})
