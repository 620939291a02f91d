import type { Box } from '../../../src-main/common/print/page-plan'
import type { Clip, DrawItem, Matrix, ProofPage } from '../../../src-main/common/print/print'
import { changedParts, overlap, type BoxOf } from './changed-parts'
import type { GlyphRun, RunImage } from './run-images'

type Context = Pick<CanvasRenderingContext2D, 'setTransform' | 'fill' | 'stroke' | 'fillRect' | 'drawImage' | 'setLineDash' | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'save' | 'restore' | 'beginPath' | 'rect' | 'clip'>

/** Where outlines and pictures of the drawing list come from; undefined while they are not there yet. */
export interface DrawingSource {
  outline(glyph: string): Path2D | undefined
  path(data: string): Path2D
  picture(source: string): CanvasImageSource | undefined
  imageOf(run: GlyphRun, scale: number): RunImage | undefined
  /** The graphics card was gone and took the images with it. */
  forgetImages(): void
  boxOf: BoxOf
}

/** Draws a page on white paper, `scale` canvas pixels to the point, its lines of text at whole pixels; with the page the canvas shows at that scale, only what differs from it. */
export function drawPage(context: Context, page: ProofPage, scale: number, source: DrawingSource, shown?: ProofPage): void {
  const parts = shown && changedParts(page, shown, source.boxOf)
  if (parts) for (const part of parts) drawPart(context, page, inPixels(part, scale), scale, source)
  else drawItems(context, page.items, inPixels({ x: 0, y: 0, width: page.width, height: page.height }, scale), scale, source)
}

function drawItems(context: Context, items: DrawItem[], ground: Box, scale: number, source: DrawingSource) {
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.fillStyle = '#fff'
  context.fillRect(ground.x, ground.y, ground.width, ground.height)
  let clips: Clip[] | undefined
  for (const item of items) {
    clip(context, clips, item.clips, scale, source)
    clips = item.clips
    drawItem(context, item, scale, source)
  }
  clip(context, clips, undefined, scale, source)
}

/** Bounds what is drawn next by `clips` instead of by those before: items that follow each other often have the same. */
function clip(context: Context, before: Clip[] | undefined, clips: Clip[] | undefined, scale: number, source: DrawingSource) {
  if (isSame(before, clips)) return
  if (before) context.restore()
  if (!clips) return
  context.save()
  for (const { matrix, path } of clips) {
    place(context, matrix, scale)
    context.clip(source.path(path))
  }
}

const isSame = (one: Clip[] | undefined, other: Clip[] | undefined) => one === other || one?.length === other?.length
  && one!.every(({ path, matrix }, index) => path === other![index]!.path && matrix.every((entry, at) => entry === other![index]!.matrix[at]))

function drawPart(context: Context, { items }: ProofPage, part: Box, scale: number, source: DrawingSource) {
  context.save()
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.beginPath()
  context.rect(part.x, part.y, part.width, part.height)
  context.clip()
  const isInside = (box: Box | null | undefined) => box === undefined || box !== null && overlap(inPixels(box, scale), part)
  drawItems(context, items.filter(item => isInside(source.boxOf(item))), part, scale, source)
  context.restore()
}

/** The part grown to whole canvas pixels, and by one for what smoothing adds at its edges. */
function inPixels({ x, y, width, height }: Box, scale: number): Box {
  const [left, top] = [Math.floor(x * scale) - 1, Math.floor(y * scale) - 1]
  const [right, bottom] = [Math.ceil((x + width) * scale) + 1, Math.ceil((y + height) * scale) + 1]
  return { x: left / scale, y: top / scale, width: (right - left) / scale, height: (bottom - top) / scale }
}

function drawItem(context: Context, item: DrawItem, scale: number, source: DrawingSource) {
  if (item.type === 'glyphs') return drawRun(context, item, scale, source)
  place(context, item.matrix, scale)
  if (item.type === 'path') return drawPath(context, item, source)
  const picture = source.picture(item.source)
  if (picture) context.drawImage(picture, 0, 0, item.width, item.height)
}

function place(context: Context, [a, b, c, d, e, f]: Matrix, scale: number) {
  context.setTransform(scale * a, scale * b, scale * c, scale * d, scale * e, scale * f)
}

function drawRun(context: Context, run: GlyphRun, scale: number, source: DrawingSource) {
  const made = source.imageOf(run, scale)
  const [x, y] = [run.matrix[4] * scale, run.matrix[5] * scale]
  if (!made) return drawOutlines(context, run, scale, x, y, source)
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.drawImage(made.image, Math.round(x) + made.left, Math.round(y) + made.top)
}

/** Draws a run's glyphs with its origin at this canvas pixel. */
export function drawOutlines(context: Pick<Context, 'setTransform' | 'fill' | 'fillStyle'>, run: GlyphRun, scale: number, x: number, y: number, source: Pick<DrawingSource, 'outline'>) {
  const [a, b, c, d] = run.matrix.map(entry => entry * scale) as Matrix
  context.fillStyle = run.fill
  run.glyphs.forEach((glyph, index) => {
    const outline = source.outline(glyph)
    if (!outline) return
    const along = run.offsets[index]!
    context.setTransform(a, b, c, d, x + a * along, y + b * along)
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
