import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { expect, it } from 'vitest'
import { cmykTiff } from '../testing/cmyk-tiff'
import { resourcesFolder } from '../testing/real-typesetter'
import { separate } from './separation'

const profile = `${resourcesFolder}/profiles/newsprint-tr002-220.icc`
const folder = mkdtempSync(join(tmpdir(), 'qingyang-separation-'))
const plain = (background: string, channels: 3 | 4 = 3) => sharp({ create: { width: 60, height: 40, channels, background } })

async function stored(name: string, picture: Sharp): Promise<string> {
  await picture.toFile(join(folder, name))
  return join(folder, name)
}

/** Inks of the first pixel in percent. */
async function firstPixel(bytes: Buffer) {
  const { channels } = await sharp(bytes).metadata()
  const opened = channels === 4 ? sharp(bytes).pipelineColourspace('cmyk').toColourspace('cmyk') : sharp(bytes).toColourspace('b-w')
  const data = await opened.raw().toBuffer()
  return channels === 4 ? [...data.subarray(0, 4)].map(ink => Math.round(ink / 2.55)) : [0, 0, 0, Math.round(100 - data[0]! / 2.55)]
}

const pixels = (inks: number[], count = 2400) => Uint8Array.from(Array.from({ length: count }, () => inks).flat())

function storedTiff(name: string, width: number, inks: Uint8Array): string {
  writeFileSync(join(folder, name), cmykTiff(width, inks.length / 4 / width, inks))
  return join(folder, name)
}

it('separates colour for the printing condition, within its ink', async () => {
  const red = await separate(await stored('red.png', plain('#d01010')), { profile, longestSide: 4000, crop: null })
  const [cyan, magenta, yellow] = await firstPixel(red.bytes)
  expect(red).toMatchObject({ space: 'cmyk', width: 60, height: 40 })
  expect(magenta).toBeGreaterThan(70)
  expect(yellow).toBeGreaterThan(60)
  expect(cyan).toBeLessThan(30)
  const black = await separate(await stored('black.png', plain('#000000')), { profile, longestSide: 4000, crop: null })
  expect(black.ink.highest).toBeLessThanOrEqual(222) // JPEG rounds
  expect(black.ink.highest).toBeGreaterThan(180)
})

it('keeps gray on the black plate alone', async () => {
  const gray = await separate(await stored('gray.png', plain('#808080').toColourspace('b-w')), { profile, longestSide: 4000, crop: null })
  expect(gray.space).toBe('gray')
  expect((await sharp(gray.bytes).metadata()).channels).toBe(1)
  expect((await firstPixel(gray.bytes))[3]).toBe(50)
  expect(gray.ink.highest).toBeCloseTo(49.8, 0)
})

it('leaves a CMYK original as it is, to the byte', async () => {
  const file = await stored('cmyk.jpg', sharp(storedTiff('full.tif', 60, pixels([255, 255, 255, 255]))).pipelineColourspace('cmyk').toColourspace('cmyk').jpeg({ quality: 100 }))
  const kept = await separate(file, { profile, longestSide: 4000, crop: null })
  expect(kept.bytes.equals(readFileSync(file))).toBe(true)
  expect(kept.ink.highest).toBe(400)
})

it('does not separate a CMYK original again when it is cut or made smaller', async () => {
  const file = storedTiff('cmyk.tif', 60, pixels([51, 102, 153, 26]))
  const cut = await separate(file, { profile, longestSide: 20, crop: { x: 1 / 6, y: 0.25, width: 2 / 3, height: 0.5 } })
  expect(cut).toMatchObject({ space: 'cmyk', width: 20, height: 10 })
  expect((await firstPixel(cut.bytes)).map(ink => Math.round(ink / 5) * 5)).toEqual([20, 40, 60, 10])
})

it('puts paper behind what is transparent', async () => {
  const clear = await separate(await stored('clear.png', plain('#00000000', 4)), { profile, longestSide: 4000, crop: null })
  expect(clear.ink.highest).toBeLessThan(3)
})

it('turns pictures upright', async () => {
  const file = await stored('turned.jpg', plain('#808080').withMetadata({ orientation: 6 }).jpeg())
  expect(await separate(file, { profile, longestSide: 4000, crop: null })).toMatchObject({ width: 40, height: 60 })
  expect(await separate(file, { profile, longestSide: 4000, crop: { x: 0, y: 0.5, width: 1, height: 0.5 } })).toMatchObject({ width: 40, height: 30 })
})

it('says the ink without the darkest thousandth', async () => {
  const speck = storedTiff('speck.tif', 100, Uint8Array.from([...pixels([255, 255, 255, 255], 3), ...pixels([0, 0, 0, 51], 3997)]))
  expect((await separate(speck, { profile, longestSide: 4000, crop: null })).ink.highest).toBeLessThan(60)
})

it('separates AVIF as it does other colour', async () => {
  const { space, bytes } = await separate(await stored('red.avif', plain('#d01010')), { profile, longestSide: 4000, crop: null })
  const [cyan, magenta, yellow] = await firstPixel(bytes)
  expect([space, magenta! > 70, yellow! > 60, cyan! < 20]).toEqual(['cmyk', true, true, true])
})
