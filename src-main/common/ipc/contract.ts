import type { Writer } from '../authorship/writers'
import type { PagePreflight, Preflight } from '../print/preflight'
import type { ColourProfile, PressOptions } from '../print/press'
import type { BatchEntry, BatchReport, ExportRequest, ExportResult, MeasuredFit, MissingGlyph, PageExportResult, PageOutput, ProofRequest, SettingRequest, Slot, TemplateInfo } from '../print/print'
import type { PageFormat } from '../print/page-format'
import type { PagePlan, PagePlanId, PagePlanSummary, PlacedTemplate, PlannedPage } from '../print/page-plan'
import type { ParameterValues } from '../print/template-parameters'
import type { SetText } from '../print/set-lines'
import type { SentProof } from '../print/sent-proof'
import type { CsvWords } from '../proofreading/error-csv'
import type { ErrorQuery, ErrorReport } from '../proofreading/error-report'
import type { ImportReading } from '../interchange/import'
import type { OpenedPackage, PackageKind } from '../interchange/review-package'
import type { WordParts } from '../interchange/word-parts'
import type { WordReturn } from '../interchange/word-return'
import type { ChosenReason, OpenStory, Stage, StoryId, StoryPage, StoryQuery, StorySummary, StorySync, Version, VersionId } from '../story/story'
import type { LengthCaps } from '../document/length-cap'
import type { StoryKind } from '../document/slip'
import type { Pass } from '../suggestions/passes'
import type { LateChange } from '../workflow/late-changes'
import type { ReviewState, StoryLock } from '../workflow/review-state'
import type { Amendment, CheckedList, SignedCheck } from '../workflow/signature'
import type { Workflow } from '../workflow/workflow'

/** Leave to read or write one file the person chose in a dialog. The page never names a path. */
export interface FileGrant { token: string, name: string }

/** A file given by the page itself (dropped or pasted), or one chosen in a dialog. */
export type FileSource = { name: string, bytes: Uint8Array } | { grant: string }

/** A picture of the library: pixels upright; caption, credit and time as the file itself says, empty where it does not. */
export interface PictureInfo { picture: string, mediaType: string, width: number, height: number, caption: string, credit: string, takenAt: string }

export interface LibraryInfo { name: string, folder: string, stories: number, binned: number, version: string }

export interface Settings {
  language: 'system' | 'zh-CN' | 'en'
  theme: 'system' | 'light' | 'dark'
  textScale: number // reading size of the text, percent, 50–200
  lengthCaps: LengthCaps
  lengthTolerance: number // band around the planned length, percent
  listWidth: number // percent of the window
  sideWidth: number // percent of the window
  sideTab: 'slip' | 'proof' | 'suggestions' | 'comments' | 'workflow'
  proofFollows: boolean // the page proof follows the cursor of the text
  template: string
  slot: Slot | null
  format: string // the page format places are picked on
  templateParameters: Record<string, ParameterValues> // by template: what the newsroom set
  press: PressOptions
  person: Person // who is at the desk
  pass: Pass // what they do there
  isTracking: boolean // whether edits become suggestions
  workflow: Workflow
}

/** Who works at this desk: name (one person's alone), role (校对, 编辑 …) and code (such as ERM523). */
export interface Person { name: string, role: string, code: string }

/** Somebody of this library. */
export interface KnownPerson extends Person { hasPin: boolean }

/** Who signs; the PIN is empty for people who have none. */
export interface Signer { name: string, pin: string }

/** What the page may ask of the backend. Arguments and results survive structured clone; arguments are validated on arrival. */
export interface BackendApi {
  library: {
    info(): LibraryInfo
    settings(): Settings
    changeSettings(change: Partial<Settings>): Settings
  }
  stories: {
    list(query: StoryQuery): StoryPage
    create(kind: StoryKind): StorySummary
    open(id: StoryId): OpenStory
    /** Resolves once the update is on disk. Updates may come twice and in any order. */
    push(id: StoryId, update: Uint8Array): void
    sync(id: StoryId, stateVector: Uint8Array): StorySync
    close(id: StoryId): void
    duplicate(id: StoryId): StorySummary
    moveToBin(ids: StoryId[]): void
    restore(ids: StoryId[]): void
    /** Only stories that are in the bin; there is no way back. */
    deleteForever(ids: StoryId[]): void
    /** Newest first. */
    versions(id: StoryId): Version[]
    keepVersion(id: StoryId, name: string, reason?: ChosenReason): Version
    openVersion(id: StoryId, version: VersionId): Uint8Array
    /** Who wrote what, by Yjs client and clock, as far as the library knows. */
    writers(id: StoryId): Writer[]
  }
  people: {
    list(): KnownPerson[]
    /** Takes the desk: adds a person, or changes the role and code of the one of this name. Rejects with `wrong-pin`. */
    sitDown(person: Person, pin: string): KnownPerson
    /** Sets a PIN, or takes it away when `pin` is empty. Rejects with `wrong-pin`. */
    changePin(signer: Signer, pin: string): KnownPerson
    /** Takes somebody off the list; what they signed stays. */
    remove(signer: Signer): void
  }
  reviews: {
    /** Where a story stands, for the person at the desk as the settings name them. */
    state(story: StoryId): ReviewState
    /** Signs `stage`: the one the story stands at, which passes it on, or an earlier one again. Rejects with `stage-blocked`, whose `codes` name what is missing, or `wrong-pin`. */
    sign(story: StoryId, signer: Signer, stage: Stage, opinion: string): ReviewState
    /** Sends a story back to an earlier stage; the signatures from there on count no more. */
    sendBack(story: StoryId, signer: Signer, to: Stage, reason: string): ReviewState
    /** After publication: calls a story back, or opens it for a correction or an update. The published version is kept. */
    amend(story: StoryId, signer: Signer, kind: Amendment, reason: string): ReviewState
    /** What moved since the version somebody signed. */
    late(story: StoryId, version: VersionId): LateChange[]
    /** What a later proof (null: the story as it is now) made of the marks of an earlier one 核红. */
    check(story: StoryId, earlier: VersionId, later: VersionId | null): SignedCheck
    /** Signs that list, for the record; the story stays where it is. Rejects with `outdated` when it is not the list of this hash any more, or `wrong-pin`. */
    signCheck(story: StoryId, signer: Signer, list: CheckedList, remark: string): ReviewState
    /** Marks that `person` works on the story; the one who does already keeps it. */
    lock(story: StoryId, person: string): StoryLock
    /** Takes the lock away, by whoever it is held. */
    unlock(story: StoryId, person: string): void
  }
  errorRates: {
    /** What reviews and proofs found in the whole library 差错率, as the query asks. */
    report(query: ErrorQuery): ErrorReport
    /** Writes the same, story by story, as CSV in these words. */
    exportCsv(query: ErrorQuery, words: CsvWords, target: string): { file: string, bytes: number }
  }
  imports: {
    /** Understands a press text; stores nothing. `task` is a name the page makes up, for progress and cancelling. */
    read(source: FileSource, task?: string): ImportReading
    /** Makes a story of the lines as they are assigned now. */
    take(reading: ImportReading, task?: string): StorySummary
    /** Ends that reading or taking, which rejects with `cancelled`; nothing is stored. What is being stored already is finished. */
    cancel(task: string): void
  }
  packages: {
    /** Writes story, pictures and versions as a `.qingyang` file. Rejects with `reading-only` a story that came for reading. */
    write(story: StoryId, kind: PackageKind, target: string): { file: string, bytes: number }
    /** Takes a package: a new story, or work done elsewhere merged into the story that is here. Rejects with `no-package` what is none or damaged, and `reading-only`; then nothing is stored. */
    open(source: FileSource): OpenedPackage
  }
  word: {
    /** Writes the story as a Word file (DOCX), with what is asked for of its suggestions and comments; what was amended after publication says so. */
    export(story: StoryId, parts: WordParts, target: string): { file: string, bytes: number }
    /** The words, revisions and comments of a Word file; stores nothing. Rejects with `no-word-file` what is none. */
    read(source: FileSource): WordReturn
  }
  pictures: {
    /** Rejects with `no-picture` what is none that newspapers print. */
    add(source: FileSource): PictureInfo
    /** For showing: upright, in sRGB, no larger than a screen. */
    read(picture: string): { mediaType: string, bytes: Uint8Array, takenAt: string }
  }
  formats: {
    /** The program's formats, then the newsroom's own. */
    list(): PageFormat[]
    /** Adds one of the newsroom's own, or changes the one of this id. Rejects with `invalid-arguments` the program's and what cannot be set. */
    save(format: PageFormat): PageFormat
    remove(id: string): void
  }
  pages: {
    list(): PagePlanSummary[]
    open(id: PagePlanId): PlannedPage
    /** Adds a planned page, or puts it in place of the one of this id; places are moved onto the page where they are not. */
    save(plan: PagePlan): PlannedPage
    remove(id: PagePlanId): void
    /** The template by which a page sets the story at first: its own plan's, where a page can. */
    templateFor(story: StoryId): PlacedTemplate
    /** The whole page as it is kept, with `fits`. */
    proof(id: PagePlanId, known: number | null): SentProof
    /** Makes the page's press PDF without writing it, and says what stands against it. */
    preflight(id: PagePlanId): PagePreflight
    /** Rejects press output as `print.export` does, for any story of the page, and with `page-blocked`; then nothing is written. */
    export(id: PagePlanId, output: PageOutput, target: string): PageExportResult
  }
  print: {
    templates(): TemplateInfo[]
    /** Font families that can be named as a face. */
    families(): string[]
    proof(request: ProofRequest): SentProof
    /** How the story fills its slot, without drawing its page. As `proof` and `lines`, rejects with `invalid-arguments` a `text` meant for another text than the story's now. */
    fit(request: SettingRequest): MeasuredFit
    /** Where every line of the story stands on its proof and which text it holds, and where the slot ends. */
    lines(request: SettingRequest): SetText
    missingGlyphs(story: StoryId, template: string): MissingGlyph[]
    /** Makes the press PDF without writing it, and says what stands against it. */
    preflight(request: ExportRequest): Preflight
    /**
     * Rejects press output with `does-not-fit` for a story longer than its slot, `missing-glyphs`, `missing-pictures`, `preflight-blocked`,
     * `not-conforming`; then nothing is written.
     */
    export(request: ExportRequest, target: string): ExportResult
    /** Exports one after another into the granted folder, never over a file that is there. `batch` is a name the page makes up, for progress and cancelling. */
    exportMany(batch: string, requests: ExportRequest[], folder: string): BatchReport
    /** The story being written is finished, those after it are left. */
    cancelBatch(batch: string): void
  }
  profiles: {
    list(): ColourProfile[]
    /** Takes a plant's ICC profile into the library. Rejects with `not-readable` what is no CMYK output profile. */
    add(source: FileSource): ColourProfile
    /** One of the library's own; `not-found` for those of the program. */
    remove(id: string): void
  }
}

export interface BackendEvents {
  /** The first thing a page hears, unasked: what it shows first. */
  'opened': { settings: Settings, stories: StoryPage }
  /** The newsroom's templates folder changed. */
  'templates-changed': Record<string, never>
  /** Stories were made, changed, binned or deleted: lists should ask again. */
  'stories-changed': { ids: StoryId[] }
  'story-updated': { id: StoryId, summary: StorySummary }
  /** So much of a text's reading or taking is done, from 0 to 1. */
  'import-progressed': { task: string, share: number }
  /** A story of a batch was written or refused. */
  'batch-progressed': { batch: string, done: number, total: number, entry: BatchEntry }
}

export type ProcessName = 'backend' | 'typesetter'
export type ProcessState = 'starting' | 'running' | 'restarting' | 'stopped'

export interface MenuEntry {
  label: string
  command?: string
  accelerator?: string
  role?: 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'minimize' | 'togglefullscreen' | 'close' | 'about' | 'hide' | 'hideOthers' | 'unhide'
  isSeparator?: boolean
  isEnabled?: boolean
  isChecked?: boolean
  entries?: MenuEntry[]
}

/** Folders of the library into which the newsroom puts files of its own. */
export const ownFolders = ['templates', 'fonts'] as const
export type OwnFolder = (typeof ownFolders)[number]

/** What the page may ask of main: windows, dialogs, menus; no business of stories. */
export interface ShellApi {
  files: {
    chooseImports(title: string): FileGrant[]
    choosePicture(title: string): FileGrant | null
    chooseExport(title: string, suggestedName: string): FileGrant | null
    chooseProfile(title: string): FileGrant | null
    chooseWord(title: string): FileGrant | null
    choosePackages(title: string): FileGrant[]
    /** A folder to write many files into. */
    chooseFolder(title: string): FileGrant | null
    /** Opens one of the library's folders in the system's file manager; it is made when it is not there. */
    openFolder(folder: OwnFolder): void
    /** Shows an exported file in the system's file manager. */
    reveal(token: string): void
  }
  window: {
    setTitle(title: string): void
    setMenu(entries: MenuEntry[]): void
    setTheme(theme: Settings['theme']): void
    systemLanguage(): string
    /** The language main's own dialogs speak, from now on and at the next start. */
    setLanguage(language: 'zh-CN' | 'en'): void
    print(): void
    restartProcess(name: ProcessName): void
    /** The answer to `closing`: true once everything typed is on disk, false when that cannot be done; then main asks the person. */
    readyToClose(isEverythingSaved: boolean): void
  }
}

export interface ShellEvents {
  /** The window is about to close: answer with `readyToClose`. Without an answer main asks the person after a while. */
  'closing': Record<string, never>
  'command-chosen': { command: string }
  'files-opened': FileGrant[]
  'process-changed': { name: ProcessName, state: ProcessState, logFile: string }
}
