import sharp from 'sharp'

/** A page in sixteen grays, small enough to be kept. */
export interface PagePixels { width: number, height: number, data: Buffer }

const steps = 15 // sixteen grays
const tile = 16 // pixels

export async function readPixels(image: Buffer | string): Promise<PagePixels> {
  const { data, info: { width, height } } = await sharp(image).flatten({ background: '#fff' }).grayscale().raw().toBuffer({ resolveWithObject: true })
  return { width, height, data: data.map(value => Math.round(value / 255 * steps) / steps * 255) as Buffer }
}

/** The pixels as a PNG of sixteen grays. */
export const asPng = ({ data, width, height }: PagePixels) =>
  sharp(data, { raw: { width, height, channels: 1 } }).png({ palette: true, colours: steps + 1, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer()

/** The mean difference of grays (of 255) in that square of the page where it is largest; infinite for pages of two sizes. */
export function largestDifference(a: PagePixels, b: PagePixels): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity
  const across = Math.ceil(a.width / tile)
  const sums = new Float64Array(across * Math.ceil(a.height / tile))
  for (let index = 0; index < a.data.length; index++) {
    const at = Math.floor(Math.floor(index / a.width) / tile) * across + Math.floor(index % a.width / tile)
    sums[at]! += Math.abs(a.data[index]! - b.data[index]!)
  }
  return Math.max(...sums) / tile ** 2
}

/** White over what differs from one setting to the next, in pixels. */
export function painted({ data, width, height }: PagePixels, box: { left: number, top: number, width: number, height: number }): PagePixels {
  const copy = Buffer.from(data)
  for (let y = box.top; y < box.top + box.height; y++) copy.fill(255, y * width + box.left, y * width + Math.min(width, box.left + box.width))
  return { data: copy, width, height }
}

/** The pixels with the rows from `from` to `to` one pixel lower. */
export function lowered({ data, width, height }: PagePixels, from: number, to: number): PagePixels {
  const copy = Buffer.from(data)
  data.copy(copy, (from + 1) * width, from * width, (to - 1) * width)
  return { data: copy, width, height }
}
