import { gridOrigin, type PageFormat } from '../../src-main/common/print/page-format'
import { boxOf, type Box } from '../../src-main/common/print/page-plan'
import { mostBroken, placeOnPage, type Place } from '../../src-main/common/print/slot'
import { points } from '../../src-main/common/print/units'

/** A cell of the page: one line of one column. */
export interface Cell { column: number, line: number }

/** The page in pt, as miniatures draw it: the trim from 0, 0, and the grid inside it. */
export function pageGrid(format: PageFormat) {
  const origin = gridOrigin(format)
  const [x, y] = [points(origin.x), points(origin.y)]
  const width = points(format.trim.width)
  const height = points(format.trim.height)
  const columnStep = (format.characters + format.gutter) * format.bodySize
  const whole = boxOf({ firstColumn: 0, columns: format.columns, firstLine: 0, lines: format.lines }, format)

  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most)
  const shifted = (box: Box): Box => ({ ...box, x: box.x + x, y: box.y + y })

  return {
    width,
    height,
    whole: shifted(whole),
    boxOf: (place: Parameters<typeof boxOf>[0]): Box => shifted(boxOf(place, format)),
    /** The cell under a point of the page; points beside the grid belong to the cell next to them, gutters to the column before. */
    cellAt: (point: { x: number, y: number }): Cell => ({
      column: clamp(Math.floor((point.x - x) / columnStep), format.columns - 1),
      line: clamp(Math.floor((point.y - y) / format.linePitch), format.lines - 1),
    }),
  }
}

/** What a place becomes that is drawn from one cell to another; its measure is broken as before if it was, and still can be. */
export function placeBetween(from: Cell, to: Cell, format: PageFormat, before: Place | null): Place {
  const firstColumn = Math.min(from.column, to.column)
  const firstLine = Math.min(from.line, to.line)
  const columns = Math.abs(from.column - to.column) + 1
  const lines = Math.abs(from.line - to.line) + 1
  const place: Place = { format: format.id, firstColumn, columns, firstLine, lines, broken: columns, remainder: before?.remainder ?? 'wider-column' }
  return placeOnPage(before ? { ...place, broken: brokenAs(before, place, format) } : place, format)
}

const brokenAs = (before: Place, { columns }: Place, format: PageFormat) =>
  before.broken === before.columns ? columns : Math.min(before.broken, mostBroken({ columns }, format))

const moves: Record<string, [columns: number, lines: number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], PageUp: [0, -10], PageDown: [0, 10],
}

/** What a key does to a place: arrows move it by a column or a line, page keys by ten lines, with Shift they change its size. Nothing for other keys. */
export function placeAfterKey(place: Place, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, format: PageFormat): Place | undefined {
  const [columns, lines] = moves[key] ?? []
  if (columns === undefined || lines === undefined) return undefined
  return shiftKey ? resized(place, columns, lines, format) : moved(place, columns, lines, format)
}

export const moved = (place: Place, columns: number, lines: number, format: PageFormat): Place =>
  placeOnPage({ ...place, firstColumn: place.firstColumn + columns, firstLine: place.firstLine + lines }, format)

/** Grows or shrinks a place at its right and lower edge; it stops at the edge of the page. */
export function resized(place: Place, columns: number, lines: number, format: PageFormat): Place {
  const wider = clampTo(place.columns + columns, 1, format.columns - place.firstColumn)
  const higher = Math.min(place.lines + lines, format.lines - place.firstLine)
  const next = { ...place, columns: wider, lines: higher }
  return placeOnPage({ ...next, broken: brokenAs(place, next, format) }, format)
}

const clampTo = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
