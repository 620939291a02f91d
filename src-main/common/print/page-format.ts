import { mergedMeasure } from './column-arithmetic'
import { linesHeight, millimetres, points } from './units'

export interface Size { width: number, height: number } // mm

/** A page as print editors plan it: columns of so many lines of so many characters, in a type area 版心 on a trimmed sheet. */
export interface PageFormat {
  id: string
  name: Record<'zh-CN' | 'en', string> | string // the newsroom's own have one name
  trim: Size
  typeArea: Size // nominal: characters and lines are what is set
  columns: number
  characters: number // per line of one column
  lines: number // per column
  gutter: number // between columns, in characters
  bodySize: number // pt
  linePitch: number // pt
  bleed: number // mm
}

/**
 * The formats every newsroom has. Broadsheet 对开 and tabloid 四开 as papers publish them: their type areas are rounded figures,
 * which nine-point characters overrun by less than a hundredth. A4 holds the program's galley proof; 16K is the larger cut 大16开 of magazines.
 */
export const builtInFormats: readonly PageFormat[] = [
  {
    id: 'broadsheet', name: { 'zh-CN': '对开大报', en: 'Broadsheet' }, trim: { width: 390, height: 550 }, typeArea: { width: 350, height: 490 },
    columns: 8, characters: 13, lines: 120, gutter: 1, bodySize: 9, linePitch: 11.6, bleed: 3,
  },
  {
    id: 'tabloid', name: { 'zh-CN': '四开小报', en: 'Tabloid' }, trim: { width: 275, height: 390 }, typeArea: { width: 235, height: 350 },
    columns: 6, characters: 11, lines: 86, gutter: 1, bodySize: 9, linePitch: 11.6, bleed: 3,
  },
  {
    id: 'a4', name: 'A4', trim: { width: 210, height: 297 }, typeArea: { width: 176, height: 253 },
    columns: 4, characters: 13, lines: 62, gutter: 1, bodySize: 9, linePitch: 11.6, bleed: 3,
  },
  {
    id: 'magazine', name: { 'zh-CN': '16 开杂志', en: '16K magazine' }, trim: { width: 210, height: 285 }, typeArea: { width: 172, height: 240 },
    columns: 2, characters: 22, lines: 40, gutter: 2, bodySize: 10.5, linePitch: 17, bleed: 3,
  },
]

export const isBuiltIn = (id: string) => builtInFormats.some(format => format.id === id)

/** The whole page's characters across, gutters included. */
export const pageMeasure = ({ columns, characters, gutter }: Pick<PageFormat, 'columns' | 'characters' | 'gutter'>) =>
  mergedMeasure(columns, characters, gutter)

/** What columns and lines take as they are set, in mm; the page's grid is this large, in the middle of the type area. */
export function gridSize(format: PageFormat): Size {
  return {
    width: millimetres(pageMeasure(format) * format.bodySize),
    height: millimetres(linesHeight(format.lines, format.bodySize, format.linePitch)),
  }
}

/** Where the grid begins on the trimmed page, in mm from its upper left corner: type area and grid share the page's middle. */
export function gridOrigin(format: PageFormat): { x: number, y: number } {
  const grid = gridSize(format)
  return { x: (format.trim.width - grid.width) / 2, y: (format.trim.height - grid.height) / 2 }
}

/** What cannot be as a format says it, with the figures for a sentence (mm, or characters and lines). */
export type FormatProblem =
  | { code: 'columns-too-wide' | 'columns-too-tall', needed: number, given: number, most: number } // 版心放不下; `most` characters or lines would fit
  | { code: 'type-area-too-wide' | 'type-area-too-tall', needed: number, given: number }
  | { code: 'pitch-too-small', needed: number, given: number } // pt
  | { code: 'no-name' }

const roundedBy = 0.01 // of a published type area

/** Every contradiction of a format; none when it can be set. */
export function formatProblems(format: PageFormat): FormatProblem[] {
  const problems: FormatProblem[] = []
  const { trim, typeArea, bodySize, linePitch, columns, gutter } = format
  const grid = gridSize(format)
  const room = { width: typeArea.width * (1 + roundedBy), height: typeArea.height * (1 + roundedBy) }
  if (nameOf(format).trim() === '') problems.push({ code: 'no-name' })
  if (typeArea.width > trim.width) problems.push({ code: 'type-area-too-wide', needed: typeArea.width, given: trim.width })
  if (typeArea.height > trim.height) problems.push({ code: 'type-area-too-tall', needed: typeArea.height, given: trim.height })
  if (linePitch < bodySize) problems.push({ code: 'pitch-too-small', needed: bodySize, given: linePitch })
  if (grid.width > room.width) {
    const most = Math.floor((points(room.width) / bodySize - (columns - 1) * gutter) / columns)
    problems.push({ code: 'columns-too-wide', needed: grid.width, given: typeArea.width, most: Math.max(0, most) })
  }
  if (grid.height > room.height) {
    const most = Math.floor((points(room.height) - bodySize) / linePitch) + 1
    problems.push({ code: 'columns-too-tall', needed: grid.height, given: typeArea.height, most: Math.max(0, most) })
  }
  return problems
}

/** The format's name in a language of the interface. */
export const nameOf = ({ name }: Pick<PageFormat, 'name'>, language: 'zh-CN' | 'en' = 'zh-CN') => typeof name === 'string' ? name : name[language]
