import type { Box } from './page-plan'
import type { Fit } from './print'
import type { PrintedSize } from './resolution'

/** One line of the story's text as it stands on the page. Text the template adds (dateline, list markers, 责任编辑) is none. */
export interface SetLine {
  page: number // from 0
  box: Box // pt from the page's upper left corner
  block: number // top-level node of the final text
  from: number // offsets within the block's text: characters and line breaks, nested text concatenated
  to: number
  isOver: boolean // below the foot of the slot
}

/** Where the slot ends in the text, and how many characters stand beyond. */
export interface Overset { block: number, offset: number, characters: number }

/** A story's lines in the order of the page, and how many characters are too many or would still go in. */
export interface SetText {
  lines: SetLine[]
  overset: Overset | null
  pictures: PrintedSize[] // how large each stands on the page
  fit: Fit
  spareCharacters: number // spare lines × characters per line
  milliseconds: number // spent setting and reading
}

/** The first line that does not fit, with what follows it. */
export function oversetOf(lines: SetLine[]): Overset | null {
  const over = lines.filter(line => line.isOver)
  const first = over[0]
  return first ? { block: first.block, offset: first.from, characters: over.reduce((sum, { from, to }) => sum + to - from, 0) } : null
}
