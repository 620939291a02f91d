/** What to do with characters that k equal columns leave over: give them to the last columns, one each, or to the gutters. */
export const remainders = ['wider-column', 'wider-gutters'] as const
export type Remainder = (typeof remainders)[number]

/** Columns side by side, in characters; `widerColumns` of them, the last ones, take one character more. */
export interface BrokenColumns {
  columns: number
  characters: number // whole
  gutter: number
  widerColumns: number
  rest: number // what equal columns with the page's gutter leave over, before it was shared out
}

/** 合栏: the measure of n columns that are merged, in characters. 4 columns of 13 with 1 between them: 55. */
export const mergedMeasure = (columns: number, characters: number, gutter: number) => columns * characters + (columns - 1) * gutter

/**
 * 破栏: k columns in a measure, (measure − gutters) ÷ k. Columns are whole characters wide, so that lines without punctuation need no
 * stretching; what is left over goes where `remainder` says, so that widths and gutters make up the measure exactly. A fraction of
 * a character, of a gutter that is no whole number, always goes to the gutters; one column alone leaves it over.
 */
export function breakColumns(measure: number, columns: number, gutter: number, remainder: Remainder): BrokenColumns {
  const free = exact(measure - (columns - 1) * gutter)
  const characters = Math.floor(free / columns)
  const rest = exact(free - characters * columns)
  const widerColumns = remainder === 'wider-column' ? Math.floor(rest) : 0
  const spread = columns > 1 ? exact(rest - widerColumns) / (columns - 1) : 0
  return { columns, characters, gutter: gutter + spread, widerColumns, rest }
}

/** Widths of the columns in order, in characters. */
export const columnWidths = ({ columns, characters, widerColumns }: Pick<BrokenColumns, 'columns' | 'characters' | 'widerColumns'>): number[] =>
  Array.from({ length: columns }, (_, index) => characters + (index >= columns - widerColumns ? 1 : 0))

/** Decimal gutters such as 0.1 must not lose a character to binary rounding. */
const exact = (value: number) => Math.round(value * 1e6) / 1e6
