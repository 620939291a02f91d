import type { Layout } from '../document/layout'
import type { StoryId } from '../story/story'
import type { ErrorCode, ErrorDetails } from '../ipc/errors'
import type { TextTrial } from './copyfit/trial'
import type { PressOptions } from './press'
import type { Slot } from './slot'
import type { TemplateParameter } from './template-parameters'

export type { Slot } from './slot'

/** How a story is fitted to its slot, apart from where it stands. */
export type Fitting = Pick<Layout, 'headlineScale' | 'isBalanced'>

/** What a template sets: one story in its place, one story to be read and corrected (小样), a page of several (大样). */
export const templateKinds = ['story', 'galley', 'page'] as const
export type TemplateKind = (typeof templateKinds)[number]

/** A print template: a folder with `manifest.json` and a `.typ` file. */
export interface TemplateInfo {
  id: string // the folder's name
  kind: TemplateKind
  name: { 'zh-CN': string, en: string }
  description: { 'zh-CN': string, en: string }
  isSlotChosen: boolean // whether the caller gives the slot; otherwise `slot` is the template's own
  slot: Slot // the template's own, or the one to begin with
  bodySize: number // pt
  linePitch: number // pt
  isForPress: boolean // K only, may be exported as a press PDF
  drawsChanges: boolean // can draw suggested changes as proofreading marks
  parameters: TemplateParameter[] // what a newsroom may set on it
  isOwn: boolean // of the newsroom's templates folder
  problem?: { file: string, line: number, reason: string } // it cannot be used
}

/** How the text fills its slot, in grid lines of one column. */
export interface Fit {
  columns: number
  linesPerColumn: number // left for the body under the deck
  charactersPerLine: number
  deckLines: number
  capacity: number // columns × linesPerColumn
  set: number // lines the body takes
  over: number // lines that do not fit
  spare: number // lines left empty
  capacityCharacters?: number // characters the lines of `capacity` hold, wider columns counted as such; else as if all were of `charactersPerLine`
  columnLines?: number[] // lines each column can hold, page after page
  perColumn?: number[] // lines of the body in each column as it is set, what is over in the last
  headlineSize?: number // pt, as it is set; none without a deck
  brokenHeadlines?: number[] // headline lines, from 1, too long for the measure even at the smallest size: set in more lines than the editor gave them
  bodyTop?: number // pt from the upper edge of its page to the first grid line of the body
}

/** White around a slot in its proof, mm: `margin` of kit/slot-page.typ. */
export const slotProofMargin = 8

/** A font family that a page asks for and nobody has, and what is set in its place. */
export interface SubstitutedFont { family: string, by: string }

/** How a story fills its slot, found without drawing the page. */
export interface MeasuredFit { fit: Fit, slot: Slot, missing: MissingGlyph[], substituted: SubstitutedFont[], milliseconds: number }

export const fitStates = ['over', 'exact', 'spare'] as const
export type FitState = (typeof fitStates)[number]

/** Whether the story is too long for its slot, fills it, or leaves lines empty. */
export const fitState = ({ over, spare }: Pick<Fit, 'over' | 'spare'>): FitState => over > 0 ? 'over' : spare > 0 ? 'spare' : 'exact'

export interface MissingGlyph { character: string, codePoint: string /* U+4E00 */, count: number, context: string }

/**
 * One page as a flat drawing list: numbers only, so that it crosses processes fast.
 * Glyph outlines are sent once; `glyphs` of a proof holds those the page has not been sent yet.
 */
export interface ProofPage {
  width: number // pt
  height: number // pt
  items: DrawItem[]
}

/** Matrix entries a–f as in CSS `matrix()`; coordinates in pt from the top left corner. */
export type Matrix = [number, number, number, number, number, number]

/** Drawn only inside all of these outlines. */
interface Clipped { clips?: Clip[] }
export interface Clip { matrix: Matrix, path: string }

export type DrawItem = Clipped & (
  | { type: 'glyphs', matrix: Matrix, fill: string, glyphs: string[], offsets: number[] } // offset of each along the line, in glyph units
  | { type: 'path', matrix: Matrix, path: string, fill: string | null, stroke: string | null, strokeWidth: number, dash: number[] }
  | { type: 'picture', matrix: Matrix, width: number, height: number, source: string } // data: address
)

export interface ProofRequest {
  story: StoryId
  template: string | null // null: template and slot of the story's plan, else of the settings
  slot: Slot | null // null: the template's own
  fitting?: Partial<Fitting> // tried in place of the plan's
  text?: TextTrial // changes of the text, tried before they are made
  known: number | null // revision of the proof the page has, of which nothing is sent again
}

/** Asks how a story fills its slot, or where the lines of its proof stand; the latter is worth asking once typing pauses. */
export type SettingRequest = Omit<ProofRequest, 'known'>

export interface PageProof {
  pages: ProofPage[]
  glyphs: Record<string, string> // id → SVG path data
  fit: Fit
  fits?: Fit[] // of a page: of each story, in order; `fit` is then their sum
  missing: MissingGlyph[]
  substituted: SubstitutedFont[]
  milliseconds: number // spent setting
}

/** Proof; the text before its suggestions with those drawn as proofreading marks; press PDF; PDF/A-2b for the archive; a tagged proof that a screen reader can read. */
export const outputs = ['proof', 'marked', 'press', 'archive', 'accessible'] as const
export type Output = (typeof outputs)[number]

/** What any template can be written as, if need be with a refusal: marked galleys need one that draws changes. */
export const batchOutputs = outputs.filter(output => output !== 'marked')

/** What a whole page can be written as. */
export const pageOutputs = ['proof', 'press'] as const satisfies readonly Output[]
export type PageOutput = (typeof pageOutputs)[number]

export interface ExportRequest {
  story: StoryId
  template: string | null // as in `ProofRequest`
  slot: Slot | null
  output: Output
  press?: Partial<PressOptions> // for press; what is left out is as the newsroom's settings say
}

/** One story of a batch: written, refused, or not reached before the batch was cancelled. */
export type BatchEntry = { story: StoryId, name: string } & (
  | { outcome: 'written', exported: ExportResult }
  | { outcome: 'refused', code: ErrorCode, message: string, details: ErrorDetails }
  | { outcome: 'cancelled' }
)
export type BatchOutcome = BatchEntry['outcome']

/** What became of every story of a batch, in the order given. */
export interface BatchReport { entries: BatchEntry[], milliseconds: number }

export interface ExportResult {
  file: string // name only
  besides?: string // the story as ninjs beside a PDF that may not carry it; name only
  bytes: number
  pages: number
  fit: Fit
  missing: MissingGlyph[]
  substituted: SubstitutedFont[]
  milliseconds: number
}

export interface PageExportResult {
  file: string // name only
  besides?: string // as in `ExportResult`
  bytes: number
  fits: Fit[] // of each story, in order
  missing: MissingGlyph[]
}
