import type { Box } from '../../../src-main/common/print/page-plan'
import type { DrawItem } from '../../../src-main/common/print/print'
import { itemBox } from './changed-parts'
import { drawOutlines, type DrawingSource } from './draw-page'
import { pathBox } from './path-box'
import { runImages } from './run-images'

/** Outlines as paths, pictures and runs of glyphs as images, each made once. `onPicture` is called when a picture that was missing has come. */
export function drawingSource(glyphs: ReadonlyMap<string, string>, onPicture: () => void): DrawingSource {
  const outlines = new Map<string, Path2D>()
  const glyphBoxes = new Map<string, Box | null | undefined>()
  const itemBoxes = new WeakMap<DrawItem, Box | null>()
  const pictures = new Map<string, HTMLImageElement>()

  function outline(glyph: string): Path2D | undefined {
    const known = outlines.get(glyph)
    const data = glyphs.get(glyph)
    if (known || data === undefined) return known
    const made = new Path2D(data)
    outlines.set(glyph, made)
    return made
  }

  function glyphBox(glyph: string): Box | null | undefined {
    const data = glyphs.get(glyph)
    if (data !== undefined && !glyphBoxes.has(glyph)) glyphBoxes.set(glyph, pathBox(data))
    return glyphBoxes.get(glyph)
  }

  function boxOf(item: DrawItem): Box | null | undefined {
    const known = itemBoxes.get(item)
    if (known !== undefined) return known
    const box = itemBox(item, glyphBox)
    if (box !== undefined) itemBoxes.set(item, box)
    return box
  }

  function picture(source: string): HTMLImageElement | undefined {
    const known = pictures.get(source)
    if (known) return known.complete && known.naturalWidth > 0 ? known : undefined
    const image = new Image()
    image.addEventListener('load', onPicture)
    image.src = source
    pictures.set(source, image)
    return undefined
  }

  const images = runImages((context, run, scale, x, y) => drawOutlines(context, run, scale, x, y, { outline }), boxOf)

  return { outline, picture, boxOf, imageOf: images.imageOf, forgetImages: images.forget, path: data => new Path2D(data) }
}
