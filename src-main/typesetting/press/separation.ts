import { readFile } from 'node:fs/promises'
import sharp, { type Metadata, type Sharp } from 'sharp'
import type { Crop } from '../../common/print/picture-crop'
import { cutPicture } from '../cut-picture'

/** A picture as it goes to the plates. Ink in percent of one solid plate: 400 are four. */
export interface SeparatedPicture {
  bytes: Buffer // JPEG
  space: 'cmyk' | 'gray'
  width: number // pixels
  height: number
  ink: Ink
}

/** `highest` leaves out the darkest thousandth of the pixels: what noise and sharpening put there no press shows. */
export interface Ink { highest: number, mean: number }

export interface SeparationOptions {
  profile: string // file of the printing condition's ICC profile
  longestSide: number // pixels
  crop: Crop | null
}

const quality = { quality: 92, chromaSubsampling: '4:4:4' } as const
const measuredSide = 1000 // pixels
const white = '#ffffff'

/** Gray stays gray, CMYK stays as it was separated, everything else is separated for the printing condition; transparency becomes paper. */
export async function separate(file: string, options: SeparationOptions): Promise<SeparatedPicture> {
  const metadata = await sharp(file).metadata()
  const bytes = isReady(metadata, options) ? await readFile(file) : await (await converted(file, metadata, options)).toBuffer()
  const { width, height } = await sharp(bytes).metadata()
  return { bytes, space: isGray(metadata) ? 'gray' : 'cmyk', width, height, ink: await inkOf(bytes, isGray(metadata) ? 'b-w' : 'cmyk') }
}

const isGray = ({ space }: Metadata) => space === 'b-w' || space === 'grey16'

/** A CMYK JPEG that need not be turned, cut or made smaller goes to the plates byte by byte. */
function isReady({ space, format, orientation = 1, width, height }: Metadata, { longestSide, crop }: SeparationOptions): boolean {
  return space === 'cmyk' && format === 'jpeg' && orientation === 1 && !crop && Math.max(width, height) <= longestSide
}

async function converted(file: string, metadata: Metadata, { profile, longestSide, crop }: SeparationOptions): Promise<Sharp> {
  const isCmyk = metadata.space === 'cmyk'
  const opened = isCmyk ? sharp(file).pipelineColourspace('cmyk') : sharp(file)
  const cut = (await cutPicture(opened, crop)).resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
  if (isCmyk) return cut.toColourspace('cmyk').jpeg(quality)
  if (isGray(metadata)) return cut.flatten({ background: white }).toColourspace('b-w').jpeg(quality)
  return cut.flatten({ background: white }).withIccProfile(profile, { attach: false }).jpeg(quality)
}

/** Measured on every so many pixels of a large picture, not on averages of them. */
async function inkOf(bytes: Buffer, space: 'cmyk' | 'b-w'): Promise<Ink> {
  const opened = space === 'cmyk' ? sharp(bytes).pipelineColourspace(space) : sharp(bytes)
  const { data, info } = await opened.toColourspace(space).resize(measuredSide, measuredSide, { fit: 'inside', withoutEnlargement: true, kernel: 'nearest' })
    .raw().toBuffer({ resolveWithObject: true })
  const sums = new Uint32Array(4 * 255 + 1) // pixels by the sum of their inks
  let total = 0
  for (let start = 0; start < data.length; start += info.channels) {
    const ink = info.channels >= 4 ? data[start]! + data[start + 1]! + data[start + 2]! + data[start + 3]! : 255 - data[start]!
    sums[ink]!++
    total += ink
  }
  const pixels = data.length / info.channels
  return { highest: percent(highestOf(sums, pixels / 1000)), mean: percent(total / pixels) }
}

/** The most ink when the `left` darkest pixels are left out. */
function highestOf(sums: Uint32Array, left: number): number {
  let [ink, seen] = [sums.length - 1, 0]
  while (ink > 0 && seen + sums[ink]! <= left) seen += sums[ink--]!
  return ink
}

const percent = (ink: number) => Math.round(ink / 255 * 1000) / 10
