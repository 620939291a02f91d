import { breakColumns, mergedMeasure, type Remainder } from './column-arithmetic'
import type { PageFormat } from './page-format'

/** A place on a page for one story as a template sets it: columns side by side, in the units print editors plan in. */
export interface Slot {
  columns: number
  lines: number // per column, deck included
  characters: number // per line of one column
  gutter?: number // characters between columns, default 1, may be fractional
  widerColumns?: number // so many columns, the last ones, take one character more; default 0
  bodySize?: number // pt; the template's own when not given, as the pitch
  linePitch?: number // pt
  bleed?: number // mm, of the page format it is on
}

/** Bounds of a slot, everywhere: a broadsheet's whole measure is 111 characters. */
export const slotBounds = {
  columns: { least: 1, most: 16 },
  lines: { least: 5, most: 300 },
  characters: { least: 5, most: 120 },
} as const

/** Whether a slot is one that can be set; fractions and sizes beyond the bounds are not. */
export function isPossibleSlot(slot: Slot): boolean {
  const isWithin = (name: keyof typeof slotBounds) => Number.isInteger(slot[name]) && slot[name] >= slotBounds[name].least && slot[name] <= slotBounds[name].most
  return isWithin('columns') && isWithin('lines') && isWithin('characters')
}

/** Where a story stands on the pages of a format, as it was picked: columns and lines counted from 0, and how its measure is broken. */
export interface Place {
  format: string
  firstColumn: number
  columns: number // spanned 合栏
  firstLine: number
  lines: number
  broken: number // columns the merged measure is broken into 破栏; 1: one measure; as many as are spanned: none is broken
  remainder: Remainder
}

/** The merged measure of a place, in characters. */
export const measureOf = ({ columns }: Pick<Place, 'columns'>, { characters, gutter }: Pick<PageFormat, 'characters' | 'gutter'>) =>
  mergedMeasure(columns, characters, gutter)

/** What a template sets at a place of a format. */
export function slotOf(place: Place, format: PageFormat): Slot {
  const { columns, characters, gutter, widerColumns } = breakColumns(measureOf(place, format), place.broken, format.gutter, place.remainder)
  return { columns, lines: place.lines, characters, gutter, widerColumns, bodySize: format.bodySize, linePitch: format.linePitch, bleed: format.bleed }
}

/** The place moved and shrunk so that it lies on the format's page, at least as large as a slot may be. */
export function placeOnPage(place: Place, format: PageFormat): Place {
  const columns = within(place.columns, 1, format.columns)
  const lines = within(place.lines, Math.min(slotBounds.lines.least, format.lines), format.lines)
  return {
    ...place, format: format.id, columns, lines,
    firstColumn: within(place.firstColumn, 0, format.columns - columns),
    firstLine: within(place.firstLine, 0, format.lines - lines),
    broken: place.broken === place.columns ? columns : within(place.broken, 1, mostBroken({ columns }, format)),
  }
}

/** How many columns the measure of a place can be broken into, none narrower than a slot may be. */
export function mostBroken(place: Pick<Place, 'columns'>, format: Pick<PageFormat, 'characters' | 'gutter'>): number {
  const most = Math.floor((measureOf(place, format) + format.gutter) / (slotBounds.characters.least + format.gutter))
  return within(most, 1, slotBounds.columns.most)
}

/** Whether two places of one page have a column and a line in common. */
export function areOverlapping(a: Place, b: Place): boolean {
  return a.firstColumn < b.firstColumn + b.columns && b.firstColumn < a.firstColumn + a.columns
    && a.firstLine < b.firstLine + b.lines && b.firstLine < a.firstLine + a.lines
}

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most))
