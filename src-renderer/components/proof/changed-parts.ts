import type { Clip, DrawItem, Matrix, ProofPage } from '../../../src-main/common/print/print'
import type { Box } from '../../../src-main/common/print/page-plan'
import { pathBox } from './path-box'

const mostChanged = 0.5 // of the items: more than that is drawn faster all at once
const mostWaste = 1.3 // boxes that together are not much smaller than the box around them become one

/** The box of what an item draws, pt on its page; null for nothing; undefined when it is not known. */
export type BoxOf = (item: DrawItem) => Box | null | undefined

/**
 * The parts of the page where it differs from what was drawn before; items are the same objects where nothing changed.
 * Undefined when all of it is to be drawn.
 */
export function changedParts(page: ProofPage, before: ProofPage, boxOf: BoxOf): Box[] | undefined {
  if (page.width !== before.width || page.height !== before.height) return undefined
  const [now, then] = [new Set(page.items), new Set(before.items)]
  const changed = [...page.items.filter(item => !then.has(item)), ...before.items.filter(item => !now.has(item))]
  if (changed.length > mostChanged * (page.items.length + before.items.length) || isReordered(page, before, now, then)) return undefined
  const boxes: Box[] = []
  for (const item of changed) {
    const box = boxOf(item)
    if (box === undefined) return undefined
    if (box) boxes.push(box)
  }
  return together(boxes)
}

/** What stays must lie as it lay: what is drawn later covers what was drawn before. */
function isReordered(page: ProofPage, before: ProofPage, now: Set<DrawItem>, then: Set<DrawItem>): boolean {
  const staying = before.items.filter(item => now.has(item))
  let at = 0
  return page.items.some(item => then.has(item) && staying[at++] !== item)
}

function together(boxes: Box[]): Box[] {
  const merged: Box[] = []
  for (const box of boxes) {
    let grown = box
    for (let index = 0; index < merged.length; index++) {
      const around = union(grown, merged[index]!)
      if (area(around) > mostWaste * (area(grown) + area(merged[index]!))) continue
      grown = around
      merged.splice(index, 1)
      index = -1
    }
    merged.push(grown)
  }
  return merged
}

const area = ({ width, height }: Box) => width * height

function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
}

function intersection(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  return overlap(a, b) ? { x, y, width: Math.min(a.x + a.width, b.x + b.width) - x, height: Math.min(a.y + a.height, b.y + b.height) - y } : null
}

export const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

type GlyphBox = (glyph: string) => Box | null | undefined

/** What is seen of an item, as a box; `glyphBox` gives that of a glyph's outline. */
export function itemBox(item: DrawItem, glyphBox: GlyphBox): Box | null | undefined {
  const box = wholeBox(item, glyphBox)
  return box && item.clips ? insideAll(box, item.clips) : box
}

function insideAll(box: Box, clips: Clip[]): Box | null {
  let inside: Box | null = box
  for (const { path, matrix } of clips) {
    const bounds = pathBox(path)
    if (bounds === undefined) continue
    inside = inside && bounds && intersection(inside, placed(bounds, matrix))
  }
  return inside
}

function wholeBox(item: DrawItem, glyphBox: GlyphBox): Box | null | undefined {
  if (item.type === 'picture') return placed({ x: 0, y: 0, width: item.width, height: item.height }, item.matrix)
  if (item.type === 'path') {
    const box = pathBox(item.path)
    return box && placed(widened(box, item.stroke ? item.strokeWidth : 0), item.matrix)
  }
  let all: Box | null = null
  for (const [index, glyph] of item.glyphs.entries()) {
    const box = glyphBox(glyph)
    if (box === undefined) return undefined
    if (!box) continue
    const shifted = { ...box, x: box.x + item.offsets[index]! }
    all = all ? union(all, shifted) : shifted
  }
  return all && placed(all, item.matrix)
}

const widened = ({ x, y, width, height }: Box, by: number): Box => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by })

function placed({ x, y, width, height }: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map(([px, py]) => [a * px! + c * py! + e, b * px! + d * py! + f] as const)
  const [xs, ys] = [corners.map(([px]) => px), corners.map(([, py]) => py)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}
