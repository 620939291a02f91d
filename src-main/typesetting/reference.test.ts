import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DrawItem, Matrix, ProofPage } from '../common/print/print'
import { unpackProof } from '../common/print/sent-proof'
import { asPng, largestDifference, lowered, painted, readPixels, type PagePixels } from './testing/page-pixels'
import { inspectPdf } from './testing/pdf-tools'
import { realTypesetter } from './testing/real-typesetter'
import { referenceJobs, referencePage, referencePages, writeReferencePicture } from './testing/reference-pages'
import { sampleJob } from './testing/sample-story'

const typesetter = realTypesetter()
const folder = join(import.meta.dirname, 'testing', 'references')
const work = mkdtempSync(join(tmpdir(), 'qingyang-references-'))
const pictures = { bridge: join(work, 'bridge.jpg') }
const [resolution, pageResolution] = [72, 54]
/** Of a gray level of 255, the mean over the worst square of 16 pixels: another poppler's hinting stays below it, a line that moves by one pixel is far above. */
const tolerance = 6

const drawnTolerance = 7

const isUpdated = process.env.QINGYANG_UPDATE_REFERENCES === '1'
const templates = [{ template: 'slot', slot: { columns: 4, lines: 46, characters: 13 } }, { template: 'story-a4', slot: null }]

const pixels = (image: Buffer | string) => sharp(image).flatten({ background: '#fff' }).grayscale().raw().toBuffer({ resolveWithObject: true })

async function meanDifference(a: Buffer | string, b: Buffer | string): Promise<number> {
  const [first, second] = [await pixels(a), await pixels(b)]
  expect([first.info.width, first.info.height]).toEqual([second.info.width, second.info.height])
  return first.data.reduce((sum, value, index) => sum + Math.abs(value - second.data[index]!), 0) / first.data.length
}

beforeAll(async () => { await writeReferencePicture(pictures.bridge) })
afterAll(() => rmSync(work, { recursive: true }))

/** Every page that has a reference, by the reference's name. */
const references = [...Object.keys(referenceJobs).flatMap(name => (referencePages[name] ?? [1]).map(page => ({ name: page === 1 ? name : `${name}-${page}`, job: name, page }))), { name: 'page', job: 'page', page: 1 }]

const set = async (name: string) => (name === 'page' ? await typesetter.pagePdf(referencePage(pictures), 'proof') : await typesetter.pdf({ ...referenceJobs[name]!, pictures }, referenceJobs[name]!.marked ? 'marked' : 'proof')).bytes

it('has a reference page of every template', async () => {
  const shown = [...Object.values(referenceJobs).map(({ template }) => template), 'page']
  expect((await typesetter.templates()).map(({ id }) => id).filter(id => !shown.includes(id))).toEqual([])
})

it.each(references)('$name looks as its reference does', async ({ name, job, page }) => {
  const pdf = inspectPdf(await set(job))
  const pixels = withoutTime(job, await readPixels(pdf.png(job === 'page' ? pageResolution : resolution, page)))
  pdf.remove()
  const file = join(folder, `${name}.png`)
  if (isUpdated) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, await asPng(pixels))
  }
  expect(existsSync(file), 'run with QINGYANG_UPDATE_REFERENCES=1 to make it').toBe(true)
  const reference = await readPixels(file)
  expect(largestDifference(pixels, reference)).toBeLessThan(tolerance)
  const middle = Math.round(pixels.height * 0.4)
  expect(largestDifference(lowered(pixels, middle, middle + 30), reference)).toBeGreaterThan(2 * tolerance)
})

it.each(templates)('the drawing list of $template draws the page that the PDF prints', async change => {
  const { pages: [page], glyphs } = unpackProof(await typesetter.proof({ ...sampleJob(change), known: null }))
  const pdf = inspectPdf((await typesetter.pdf(sampleJob(change), 'proof')).bytes)
  const printed = await inGrayTones(pdf.png(144))
  pdf.remove()
  expect(await meanDifference(printed, await inGrayTones(Buffer.from(asSvg(page!, glyphs))))).toBeLessThan(drawnTolerance)
  const shifted = { ...page!, items: page!.items.map(item => ({ ...item, matrix: shiftedDown(item.matrix) })) }
  expect(await meanDifference(printed, await inGrayTones(Buffer.from(asSvg(shifted, glyphs))))).toBeGreaterThan(2 * drawnTolerance)
})

const shiftedDown = ([a, b, c, d, e, f]: Matrix): Matrix => [a, b, c, d, e, f + 6]

/** Small enough that what two rasterisers do at the edges of strokes no longer counts, only where ink is. */
const inGrayTones = (image: Buffer | string) => sharp(image, { density: 144 }).flatten({ background: '#fff' }).resize(300, 400, { fit: 'fill' }).png().toBuffer()

/** The A4 galleys print the minute they were set: painted over. */
const withoutTime = (job: string, pixels: PagePixels) => referenceJobs[job]?.slot === null ? painted(pixels, { left: pixels.width - 200, top: 30, width: 145, height: 40 }) : pixels

function asSvg({ width, height, items }: ProofPage, glyphs: Record<string, string>): string {
  const matrix = (at: Matrix) => `transform="matrix(${at.join(' ')})"`
  const draw = (item: DrawItem) => {
    if (item.type === 'glyphs') {
      return `<g ${matrix(item.matrix)} fill="${item.fill}">${item.glyphs.map((id, index) => `<path transform="translate(${item.offsets[index]} 0)" d="${glyphs[id]}"/>`).join('')}</g>`
    }
    if (item.type === 'picture') return `<image ${matrix(item.matrix)} width="${item.width}" height="${item.height}" href="${item.source}"/>`
    return `<path ${matrix(item.matrix)} d="${item.path}" fill="${item.fill ?? 'none'}" stroke="${item.stroke ?? 'none'}" stroke-width="${item.strokeWidth}"/>`
  }
  const drawInside = (item: DrawItem, place: number) => (item.clips ?? []).reduce((inner, clip, index) => {
    const id = `c${place}-${index}`
    return `<clipPath id="${id}"><path ${matrix(clip.matrix)} d="${clip.path}"/></clipPath><g clip-path="url(#${id})">${inner}</g>`
  }, draw(item))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${items.map(drawInside).join('')}</svg>`
}
