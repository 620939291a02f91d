import type { DrawItem } from '../../../src-main/common/print/print'
import type { BoxOf } from './changed-parts'

export type GlyphRun = Extract<DrawItem, { type: 'glyphs' }>

/** A run's image, and where its upper left corner lies from the run's origin; canvas pixels. */
export interface RunImage { image: CanvasImageSource, left: number, top: number }

/** Draws the run's outlines, its origin at this pixel. */
type DrawRun = (context: OffscreenCanvasRenderingContext2D, run: GlyphRun, scale: number, originX: number, originY: number) => void

const mostPixels = 24_000 // of an image: larger runs are few, and would take room

/**
 * Images of glyph runs at the scale they were asked for last, each drawn once: to copy a line that only moved takes a twentieth of the time its outlines take.
 * A run is known by its list of glyphs, which is the same object wherever the run stands. Each has an image of its own, so that its pixels are the same wherever it is drawn.
 */
export function runImages(drawRun: DrawRun, boxOf: BoxOf) {
  let images = new WeakMap<string[], { run: GlyphRun, made: RunImage }>()
  let drawnAt = 0

  function forget() {
    images = new WeakMap()
  }

  /** Undefined for a run that is better drawn by its outlines. */
  function imageOf(run: GlyphRun, scale: number): RunImage | undefined {
    if (scale !== drawnAt) forget()
    drawnAt = scale
    const known = images.get(run.glyphs)
    if (known) return isSameLook(known.run, run) ? known.made : undefined
    const made = imageFor(run, scale)
    if (made) images.set(run.glyphs, { run, made })
    return made
  }

  function imageFor(run: GlyphRun, scale: number): RunImage | undefined {
    const pixels = pixelsOf(run, scale)
    if (!pixels || pixels.width * pixels.height > mostPixels) return undefined
    const canvas = new OffscreenCanvas(pixels.width, pixels.height)
    drawRun(canvas.getContext('2d')!, run, scale, -pixels.left, -pixels.top)
    return { image: canvas.transferToImageBitmap(), left: pixels.left, top: pixels.top }
  }

  /** The run's box from its origin in whole pixels; one around is for what smoothing adds at its edges. */
  function pixelsOf(run: GlyphRun, scale: number) {
    const { type, fill, glyphs, offsets, matrix: [a, b, c, d] } = run
    const box = boxOf({ type, fill, glyphs, offsets, matrix: [a, b, c, d, 0, 0] })
    if (!box) return undefined
    const [left, top] = [Math.floor(box.x * scale) - 1, Math.floor(box.y * scale) - 1]
    return { left, top, width: Math.ceil((box.x + box.width) * scale) + 1 - left, height: Math.ceil((box.y + box.height) * scale) + 1 - top }
  }

  return { imageOf, forget }
}

/** The same row of glyphs may stand in a group that is larger or turned. */
const isSameLook = ({ matrix: one }: GlyphRun, { matrix: other }: GlyphRun) => [0, 1, 2, 3].every(entry => one[entry] === other[entry])
