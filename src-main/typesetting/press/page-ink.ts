import type { PDFRawStream } from '@cantoo/pdf-lib'
import { plates, type Plate } from '../../common/print/preflight'
import { overlap } from './matrix'
import type { Paint } from './page-paint'

/** The process plates on which these paints leave ink; marks on all plates count for none. */
export function platesOf(paints: readonly Paint[]): Plate[] {
  const used = new Set(paints.flatMap(platesOfOne))
  return plates.filter(plate => used.has(plate))
}

function platesOfOne({ space, colour, kind }: Paint): readonly Plate[] {
  if (space.startsWith('Separation') || space.startsWith('DeviceN')) return []
  if (space.includes('Gray') || space === 'ICCBased 1' || space === 'CalGray') return kind === 'image' || colour[0] !== 1 ? ['black'] : []
  if (space === 'DeviceCMYK' && colour.length === 4) return plates.filter((_, index) => colour[index]! > 0)
  return plates
}

/**
 * The most ink the page asks for in one place, percent: the strongest colour, the strongest picture, and black that prints over a picture
 * on top of what the picture has there at most.
 */
export function pageInk(paints: readonly Paint[], pictureInk: (image: PDFRawStream) => number): number {
  const images = paints.filter(({ kind, image }) => kind === 'image' && image)
  const overprinted = (image: Paint) => paints.some(paint => paint.kind !== 'image' && paint.overprints && overlap(paint.box, image.box) && paints.indexOf(paint) > paints.indexOf(image))
  const ofImages = images.map(paint => pictureInk(paint.image!) + (overprinted(paint) ? 100 : 0))
  return Math.max(0, ...paints.map(({ space, colour }) => inkOfColour(space, colour)), ...ofImages)
}

function inkOfColour(space: string, colour: readonly number[]): number {
  if (space === 'DeviceCMYK') return 100 * colour.reduce((sum, part) => sum + part, 0)
  return space === 'DeviceGray' && colour.length === 1 ? 100 * (1 - colour[0]!) : 0
}
