import type { Slip } from '../document/slip'
import type { SlipChange } from '../suggestions/slip-changes'
import type { StoryId } from '../story/story'
import type { PressCheck, SubstitutedGlyph } from '../print/preflight'
import type { PressOptions, PressRequirement } from '../print/press'
import type { PageFormat } from '../print/page-format'
import type { PageHead, PlacedTemplate } from '../print/page-plan'
import type { Place } from '../print/slot'
import type { ParameterValues } from '../print/template-parameters'
import type { Overset, SetText } from '../print/set-lines'
import type { SentProof } from '../print/sent-proof'
import type { Fit, Fitting, MeasuredFit, MissingGlyph, Output, PageOutput, Slot, SubstitutedFont, TemplateInfo } from '../print/print'

/** For a Node that runs the typesetter: each page leaves a few megabytes of text behind, which are to be collected soon rather than kept for hundreds of pages. */
export const typesetterNodeFlags = ['--max-semi-space-size=8'] // MB

/** A story to be set: everything the typesetter needs, so that it asks nobody. */
export interface PrintJob {
  text: unknown // the text as ProseMirror JSON of the story schema
  slip: Slip
  template: string
  slot: Slot | null // null: the template's own
  fitting?: Fitting // as the template does by itself when not given
  parameters?: ParameterValues // the newsroom's; what is left out or impossible is as the template says
  amendment?: string // what a correction, an update or a kill after publication is: the file says it, and the head of a galley
  proofreading?: Proofreading // for galleys
  marked?: unknown // for output `marked`: the text with its suggestions, as `text` is
  slipChanges?: SlipChange[] // for output `marked`: what was changed of the slip, which then is as it was before
  pictures: Record<string, string> // a picture's hash → the file it is kept in; those the library does not have are left out
}

/** What a galley says of a story's way: pass, a box for each signature (filled where it was given), and the error rates of the passes that found something. */
export interface Proofreading {
  pass: string
  signatures: { stage: string, person: string, at: string, opinion: string }[]
  errorRates: { pass: string, errors: number, rate: string, verdict: string }[] // rate: in ten thousand characters
}

export interface ProofJob extends PrintJob {
  known: number | null // revision of the proof the page has, of which nothing is sent again
}

/** A story at its place on a page; `parameters` are those of the template it is set by. */
export type PlacedStory = Pick<PrintJob, 'text' | 'slip' | 'fitting' | 'parameters' | 'amendment'> & { place: Place, slot: Slot, template: PlacedTemplate }

/** A whole page to be set by a template of kind `page`. */
export interface PageJob {
  template: string
  format: PageFormat
  page: PageHead
  stories: PlacedStory[]
  parameters?: ParameterValues
  pictures: PrintJob['pictures']
}

/** A printing condition's profile: `file` is its path. */
export interface PressProfile { id: string, name: string, file: string }

/** What a press PDF needs besides the story. */
export interface PressJob extends Omit<PressOptions, 'profile'> {
  profile: PressProfile
  story: StoryId
  fileName: string // for the slug line
  bleedWidth?: number // mm, of a page's format; 3 when not given
  ninjs: string // the story as ninjs JSON
}

/** What making the press PDF showed of a story in it. */
export interface StoryFacts extends Pick<PressCheck, 'pictures'> {
  fit: Fit
  overset: Overset | null
  missing: MissingGlyph[]
  substitutedGlyphs: SubstitutedGlyph[]
  missingPictures: number[] // figures, numbered from 1
}

/** What the finished press PDF shows of itself. */
export interface SheetFacts extends Pick<PressCheck, 'plates' | 'fonts'> {
  substituted: SubstitutedFont[]
  pageInk: number // percent
  failures: { requirement: PressRequirement, reason: string }[] // what it lacks of its standard
  spaces: string[] // colour spaces in use
}

export interface PressFacts extends StoryFacts, SheetFacts { milliseconds: number }

/** Of a page: `stories` in order, and characters of its head that no font has. */
export interface PagePressFacts extends SheetFacts { stories: StoryFacts[], head: MissingGlyph[], milliseconds: number }

export type PrintedPage = Omit<PrintedFile, 'slot'> & { fits: Fit[] }

export interface PrintedFile {
  bytes: Uint8Array
  pages: number
  fit: Fit
  slot: Slot
  missing: MissingGlyph[]
  substituted: SubstitutedFont[]
  milliseconds: number
}

/** What the backend may ask of the typesetter. Refusals are `AppError`s: `not-found`, `template-failed`, `does-not-fit`, `missing-glyphs`, `missing-pictures`. */
export interface TypesetterApi {
  typesetter: {
    templates(): TemplateInfo[]
    /** Font families that can be named as a face, the program's first. */
    families(): string[]
    /** Answers once the typesetter runs and its fonts are read: from then on a time limit is fair. */
    ready(): void
    proof(job: ProofJob): SentProof
    /** Rejects with `does-not-fit`, `missing-glyphs` and `missing-pictures` for press and archive, with `not-conforming` when the finished file fails its own check. `press` is needed for press. */
    pdf(job: PrintJob, output: Output, press?: PressJob): PrintedFile
    /** Makes the press PDF whatever stands against it, and says what it found. */
    preflight(job: PrintJob, press: PressJob): PressFacts
    /** The same of a whole page. */
    pagePreflight(job: PageJob, press: PressJob): PagePressFacts
    /** A whole page; the proof has `fits`. */
    pageProof(job: PageJob & { known: number | null }): SentProof
    /** Refuses press output as `pdf` does. */
    pagePdf(job: PageJob, output: PageOutput, press?: PressJob): PrintedPage
    /** Where every line of the story stands, and where its slot ends. */
    lines(job: PrintJob): SetText
    /** How the story fills the slot, without drawing it. */
    fit(job: PrintJob): MeasuredFit
    missingGlyphs(job: PrintJob): MissingGlyph[]
    /** Where the template begins loops, as `file:line`. */
    loops(template: string): string[]
  }
}
