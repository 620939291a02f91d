import type { Slip } from '../document/slip'
import type { DeckType } from '../document/nodes'

/** What a line of an imported text was taken for. */
export const lineRoles = [
  'short-title', 'source-line', 'byline', 'kicker', 'headline', 'subhead', 'paragraph', 'crosshead', 'continuation', 'editor-line', 'related', 'latest', 'dropped',
] as const
export type LineRole = (typeof lineRoles)[number]

/** Why a line is not in the story. */
export const dropReasons = ['furniture', 'list-heading', 'repeats-title', 'blank', 'navigation', 'copyright', 'by-hand'] as const
export type DropReason = (typeof dropReasons)[number]

/** One line of the file, in order, with what it was taken for. */
export interface ImportLine {
  number: number // 1-based line of the file
  original: string // as it stands in the file
  text: string // marks and spaces normalised, with the lines that go on; for an opening paragraph without its dateline
  role: LineRole
  reason?: DropReason // with role `dropped`
  isUncertain: boolean // another reading was nearly as likely: shown for a second look
}

export const importWarningCodes = [
  'no-dateline', 'no-source', 'no-date', 'no-editor', 'no-headline', 'no-body', 'unpaired-quotes', 'unknown-name-form', 'replacement-characters', 'uncertain-deck',
] as const
export interface ImportWarning {
  code: (typeof importWarningCodes)[number]
  message: string // Chinese, for the command line
  line: number | null
}

/** A press text as it was understood; nothing is stored until it is taken. */
export interface ImportReading {
  name: string // of the file, or empty for pasted text
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
  lines: ImportLine[]
  slip: Partial<Slip> // what was recognised
  warnings: ImportWarning[]
}

export interface DroppedLine { text: string, reason: string }

/** A story as the command line prints it. `text` never holds the composed dateline. */
export interface StoryJson {
  id: string
  deck: { type: DeckType, text: string }[]
  slip: Slip
  body: { type: string, text: string }[]
  dateline: string
  dropped: DroppedLine[]
  warnings: ImportWarning[]
}
