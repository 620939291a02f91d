import type { PDFRawStream } from '@cantoo/pdf-lib'
import type { PrintedPicture } from '../../common/print/preflight'
import { resolutionOf } from '../../common/print/resolution'
import type { FigureData } from '../story/block-data'
import type { Paint } from './page-paint'
import type { SeparatedPicture } from './separation'

/** The pictures on a page, story by story, told by their bytes: Typst passes JPEGs through as they are. */
export function printedPictures(paints: readonly Paint[], stories: FigureData[][], separated: Map<string, SeparatedPicture>) {
  const images = paints.flatMap(({ image, matrix }) => image ? [{ image, matrix }] : [])
  const known = new Map<PDFRawStream, string>()
  for (const { image } of images) {
    const found = [...separated].find(([, { bytes }]) => bytes.equals(image.contents))
    if (found) known.set(image, found[0])
  }
  const left = [...images]

  return {
    inkOf: (image: PDFRawStream) => separated.get(known.get(image) ?? '')?.ink.highest ?? 0,
    /** The same picture in two figures is taken in the order in which the page draws them. */
    printed: stories.map(figures => figures.flatMap(({ picture }, index): PrintedPicture[] => {
      const at = left.findIndex(({ image }) => known.get(image) === picture)
      const separation = separated.get(picture)
      if (at < 0 || !separation) return []
      const { matrix } = left.splice(at, 1)[0]!
      const { space, ink: { highest, mean } } = separation
      return [{ number: index + 1, ppi: resolutionOf(separation, printed(matrix)), space, highestInk: highest, meanInk: mean }]
    })),
  }
}

const printed = ([a, b, c, d]: Paint['matrix']) => ({ width: Math.hypot(a, b), height: Math.hypot(c, d) })
