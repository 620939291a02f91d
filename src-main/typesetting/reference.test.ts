import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { DrawItem, Matrix, ProofPage } from '../common/print/print'
import { unpackProof } from '../common/print/sent-proof'
import { inspectPdf } from './testing/pdf-tools'
import { realTypesetter } from './testing/real-typesetter'
import { sampleJob } from './testing/sample-story'

const typesetter = realTypesetter()
const folder = join(import.meta.dirname, 'testing', 'references')
const resolution = 72
/** Of a gray level of 255, the mean over all pixels: hinting of another poppler moves it by about 0.2, one line that moves by more than 1. */
const tolerance = 0.6

const drawnTolerance = 7

const isUpdated = process.env.QINGYANG_UPDATE_REFERENCES === '1'
const templates = [{ template: 'slot', slot: { columns: 4, lines: 46, characters: 13 } }, { template: 'story-a4', slot: null }]
const galley = { template: 'galley', slot: null } // too little ink for the comparison of the drawing list

const pixels = (image: Buffer | string) => sharp(image).flatten({ background: '#fff' }).grayscale().raw().toBuffer({ resolveWithObject: true })

async function meanDifference(a: Buffer | string, b: Buffer | string): Promise<number> {
  const [first, second] = [await pixels(a), await pixels(b)]
  expect([first.info.width, first.info.height]).toEqual([second.info.width, second.info.height])
  return first.data.reduce((sum, value, index) => sum + Math.abs(value - second.data[index]!), 0) / first.data.length
}

it.each([...templates, galley])('$template looks as its reference does', async change => {
  const pdf = inspectPdf((await typesetter.pdf(sampleJob(change), 'proof')).bytes)
  const page = await withoutTime(pdf.png(resolution))
  pdf.remove()
  const reference = join(folder, `${change.template}.png`)
  if (isUpdated) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(reference, page)
  }
  expect(existsSync(reference), 'run with QINGYANG_UPDATE_REFERENCES=1 to make it').toBe(true)
  expect(await meanDifference(page, reference)).toBeLessThan(tolerance)
})

it.each(templates)('the drawing list of $template draws the page that the PDF prints', async change => {
  const { pages: [page], glyphs } = unpackProof(await typesetter.proof({ ...sampleJob(change), isFresh: true }))
  const pdf = inspectPdf((await typesetter.pdf(sampleJob(change), 'proof')).bytes)
  const printed = await inGrayTones(pdf.png(144))
  pdf.remove()
  expect(await meanDifference(printed, await inGrayTones(Buffer.from(asSvg(page!, glyphs))))).toBeLessThan(drawnTolerance)
  const shifted = { ...page!, items: page!.items.map(item => ({ ...item, matrix: lowered(item.matrix) })) }
  expect(await meanDifference(printed, await inGrayTones(Buffer.from(asSvg(shifted, glyphs))))).toBeGreaterThan(2 * drawnTolerance)
})

const lowered = ([a, b, c, d, e, f]: Matrix): Matrix => [a, b, c, d, e, f + 6]

/** Small enough that what two rasterisers do at the edges of strokes no longer counts, only where ink is. */
const inGrayTones = (image: Buffer | string) => sharp(image, { density: 144 }).flatten({ background: '#fff' }).resize(300, 400, { fit: 'fill' }).png().toBuffer()

/** The A4 galleys print the minute they were set: painted over. */
async function withoutTime(png: string): Promise<Buffer> {
  const { width } = await sharp(png).metadata()
  const cover = await sharp({ create: { width: 145, height: 40, channels: 3, background: '#fff' } }).png().toBuffer()
  return sharp(png).composite([{ input: cover, left: width - 200, top: 30 }]).png().toBuffer()
}

function asSvg({ width, height, items }: ProofPage, glyphs: Record<string, string>): string {
  const matrix = (at: Matrix) => `transform="matrix(${at.join(' ')})"`
  const draw = (item: DrawItem) => {
    if (item.type === 'glyphs') {
      return `<g ${matrix(item.matrix)} fill="${item.fill}">${item.glyphs.map((id, index) => `<path transform="translate(${item.offsets[index]} 0)" d="${glyphs[id]}"/>`).join('')}</g>`
    }
    if (item.type === 'picture') return `<image ${matrix(item.matrix)} width="${item.width}" height="${item.height}" href="${item.source}"/>`
    return `<path ${matrix(item.matrix)} d="${item.path}" fill="${item.fill ?? 'none'}" stroke="${item.stroke ?? 'none'}" stroke-width="${item.strokeWidth}"/>`
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${items.map(draw).join('')}</svg>`
}
