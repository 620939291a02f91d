import type { DrawItem, Matrix, ProofPage } from '../../../src-main/common/print/print'

type Context = Pick<CanvasRenderingContext2D, 'setTransform' | 'fill' | 'stroke' | 'fillRect' | 'drawImage' | 'setLineDash' | 'fillStyle' | 'strokeStyle' | 'lineWidth'>

/** Where outlines and pictures of the drawing list come from; undefined while they are not there yet. */
export interface DrawingSource {
  outline(glyph: string): Path2D | undefined
  path(data: string): Path2D
  picture(source: string): CanvasImageSource | undefined
}

/** Draws a page on white paper, `scale` canvas pixels to the point. */
export function drawPage(context: Context, page: ProofPage, scale: number, source: DrawingSource): void {
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, page.width, page.height)
  for (const item of page.items) drawItem(context, item, scale, source)
}

function drawItem(context: Context, item: DrawItem, scale: number, source: DrawingSource) {
  if (item.type === 'glyphs') return drawGlyphs(context, item, scale, source)
  place(context, item.matrix, scale)
  if (item.type === 'path') return drawPath(context, item, source)
  const picture = source.picture(item.source)
  if (picture) context.drawImage(picture, 0, 0, item.width, item.height)
}

function place(context: Context, [a, b, c, d, e, f]: Matrix, scale: number, along = 0) {
  context.setTransform(scale * a, scale * b, scale * c, scale * d, scale * (e + a * along), scale * (f + b * along))
}

function drawGlyphs(context: Context, item: Extract<DrawItem, { type: 'glyphs' }>, scale: number, source: DrawingSource) {
  context.fillStyle = item.fill
  item.glyphs.forEach((glyph, index) => {
    const outline = source.outline(glyph)
    if (!outline) return
    place(context, item.matrix, scale, item.offsets[index])
    context.fill(outline)
  })
}

function drawPath(context: Context, item: Extract<DrawItem, { type: 'path' }>, source: DrawingSource) {
  const path = source.path(item.path)
  if (item.fill) {
    context.fillStyle = item.fill
    context.fill(path)
  }
  if (!item.stroke) return
  context.strokeStyle = item.stroke
  context.lineWidth = item.strokeWidth
  context.setLineDash(item.dash)
  context.stroke(path)
}
