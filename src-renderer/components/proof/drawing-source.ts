import type { DrawingSource } from './draw-page'

/** Outlines as paths and pictures as images, each made once. `onPicture` is called when a picture that was missing has come. */
export function drawingSource(glyphs: ReadonlyMap<string, string>, onPicture: () => void): DrawingSource {
  const outlines = new Map<string, Path2D>()
  const pictures = new Map<string, HTMLImageElement>()

  function outline(glyph: string): Path2D | undefined {
    const known = outlines.get(glyph)
    const data = glyphs.get(glyph)
    if (known || data === undefined) return known
    const made = new Path2D(data)
    outlines.set(glyph, made)
    return made
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

  return { outline, picture, path: data => new Path2D(data) }
}
