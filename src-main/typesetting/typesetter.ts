import { AppError } from '../common/ipc/errors'
import type { Implementation } from '../common/ipc/rpc'
import type { PressJob, PrintJob, ProofJob, TypesetterApi } from '../common/ipc/typesetter-contract'
import type { MissingGlyph, Output, Slot, SubstitutedFont } from '../common/print/print'
import { parameterValues, type ParameterValues } from '../common/print/template-parameters'
import { oversetOf } from '../common/print/set-lines'
import { proofSender, type SentProof } from '../common/print/sent-proof'
import { engine, type DocumentFacts, type Engine, type SetStory } from './engine'
import { facesOf, familiesOn } from './fonts/faces'
import { drawnFonts, printedFonts, type DrawnFonts } from './fonts/drawn-fonts'
import { fontFiles, fontFilesState, fontShelf, type FontShelf } from './fonts/font-shelf'
import { missingGlyphs } from './fonts/missing-glyphs'
import { substitutedFonts } from './fonts/substituted-fonts'
import { substitutedGlyphs } from './fonts/substituted-glyphs'
import { pageSetting } from './page-setting'
import { pictureShelf } from './pictures'
import { finishProof } from './press/finish-proof'
import { assertPictures, assertPrintable, missingPictures } from './press/refusals'
import { marginsFor, type Margins } from './press/geometry'
import { assertConforming, makePressPdf, pressFacts } from './press/press-output'
import { pressPictureShelf, type TakenPictures } from './press/press-pictures'
import { setLines } from './lines/set-lines'
import { drawingReader, readDrawing } from './proof/drawing'
import { printedSizes } from './proof/printed-sizes'
import { figuresIn } from './story/block-data'
import { localMinute } from './story/local-minute'
import { printable } from './story/printable'
import { readDocument, storyData, type StoryData } from './story/story-data'
import { metadataOf } from './story/story-metadata'
import { storyTexts } from './story/story-texts'
import { wantedPictures } from './story/wanted-pictures'
import { markedStory, type MarkedStory } from './galley/marked-story'
import { loopsOf } from './templates/loops'
import { templateShelf, type Template } from './templates/template-shelf'

/** The first font folder is the program's, the others are the newsroom's own. */
export interface TypesetterOptions { templateFolders: string[], fontFolders: string[] }

interface SetJob { story: StoryData, template: Template, slot: Slot, set: SetStory, missing: MissingGlyph[], substituted: SubstitutedFont[], values: ParameterValues, pictures: Pick<TakenPictures, 'paths' | 'bytes'> }

/** Sets stories into pages: the whole of what the typesetter process does. */
export function typesetter({ templateFolders, fontFolders }: TypesetterOptions): Implementation<TypesetterApi>['typesetter'] {
  const templates = templateShelf(templateFolders)
  const proofPictures = pictureShelf()
  const pressPictures = pressPictureShelf()
  const engines = new Map<string, { state: string, engine: Engine }>()
  const [read, send] = [drawingReader(glyph => fonts?.drawn?.outline(glyph)), proofSender()]
  let fonts: { state: string, shelf: FontShelf, files: string[], drawn?: DrawnFonts } | undefined // `drawn` once a page is drawn: who only prints needs none

  /** The fonts as their folders hold them now: when a file of them changed they are read again, and engines begin anew, because Typst keeps the fonts it began with. */
  function fontsNow(): FontShelf {
    const state = fontFilesState(fontFolders)
    if (fonts?.state !== state) {
      engines.clear()
      fonts = { state, shelf: fontShelf(fontFolders), files: fontFiles(fontFolders) }
    }
    return fonts.shelf
  }

  /** For drawn pages or printed ones. A template whose files changed gets a new engine: Typst keeps what it once read. To be asked after `fontsNow`. */
  function engineFor(template: Template, isDrawn = false): Engine {
    const name = `${template.id} ${isDrawn ? 'drawn' : 'printed'}`
    const known = engines.get(name)
    if (known?.state === template.state) return known.engine
    const made = engine(template, templates.kit(), isDrawn ? (fonts!.drawn ??= drawnFonts(fonts!.files)).fonts : printedFonts(fonts!.files))
    engines.set(name, { state: template.state, engine: made })
    return made
  }

  /** Sets the story with these pictures; `kind` says what the page is for. */
  function set(job: PrintJob, story: StoryData, pictures: SetJob['pictures'], kind: PageKind): SetJob {
    const template = templates.find(job.template)
    const slot = template.manifest.isSlotChosen && job.slot ? job.slot : template.manifest.slot
    const { bodySize, linePitch } = template.manifest
    const [amendment, values, shelf] = [printable(job.amendment ?? ''), parameterValues(template.manifest.parameters, job.parameters), fontsNow()]
    const data = { story, slot, amendment, fitting: job.fitting, parameters: values, faces: facesOf(shelf), bodySize, linePitch, pictures: pictures.paths, setAt: localMinute(new Date()), ...layoutOf(kind, template), ...galleyOf(job, kind) }
    const document = kind.document && { document: kind.document }
    return {
      story, template, slot, values, pictures, set: engineFor(template, kind.isDrawn).set({ job: data, pictures: pictures.bytes, isDrawn: kind.isDrawn, ...document }),
      missing: missingIn(story, template, values, shelf, [amendment, ...notedIn(kind.marked)]), substituted: substitutedFonts(template.manifest, values, shelf),
    }
  }

  const storyOf = (job: PrintJob) => storyData(readDocument(job.text), job.slip)

  /** The text before its suggestions with those as proofreading marks. Throws `invalid-arguments` for templates that cannot draw them. */
  async function markedPdf(job: PrintJob) {
    const template = templates.find(job.template)
    if (!template.manifest.drawsChanges || job.marked === undefined) throw new AppError('invalid-arguments', `Template ${template.id} draws no changes`, { template: template.id, cause: 'draws-no-changes' })
    const marked = markedStory(job.marked, job.slip, job.slipChanges)
    const page = set(job, marked.story, await proofPictures.take(wantedPictures(marked.story.blocks, job.pictures), 'proof'), { output: 'proof', marked })
    return { page, ...await finishProof(page.set.pdf(), metadataOf(job)) }
  }

  /** `isDrawn` for a page that is drawn in the window, rather than printed. */
  async function setProof(job: PrintJob, isDrawn: boolean) {
    const story = storyOf(job)
    return set(job, story, await proofPictures.take(wantedPictures(story.blocks, job.pictures), 'proof'), { output: 'proof', isDrawn })
  }

  /** Where the slot ends in the text. */
  async function oversetIn(job: PrintJob) {
    const page = await setProof(job, true)
    return oversetOf(linesOf(page.set.svg(), job, page))
  }

  /** A page for press, with its pictures separated. Throws `invalid-arguments` for templates that are not for press. */
  async function setPress(job: PrintJob, press: PressJob) {
    const template = templates.find(job.template)
    if (!template.manifest.isForPress) throw new AppError('invalid-arguments', `Template ${template.id} is not for press`, { template: template.id, cause: 'not-for-press' })
    const story = storyOf(job)
    const pictures = await pressPictures.take(wantedPictures(story.blocks, job.pictures), press.profile.file)
    const page = set(job, story, pictures, { output: 'press', margins: marginsFor(press) })
    return { ...page, separated: pictures.separated, finished: () => makePressPdf({ metadata: metadataOf(job), source: job.slip.source, press, page: page.set, engine: engineFor(template) }) }
  }

  async function pressPdf(job: PrintJob, press: PressJob) {
    const page = await setPress(job, press)
    assertPictures(page.story, page.pictures.paths)
    assertPrintable(page.set, page.missing)
    const bytes = await page.finished()
    await assertConforming(bytes, press)
    return { page, bytes, pages: page.set.pages }
  }

  /** The page as it was printed, in gray and sRGB; or a tagged proof. Typst itself sees to the standard. */
  async function standardPdf(job: PrintJob, output: 'archive' | 'accessible') {
    const { title, authors, subject: description } = metadataOf(job)
    const document = { title, authors, description, alternative: '图片' }
    const story = storyOf(job)
    const page = set(job, story, await proofPictures.take(wantedPictures(story.blocks, job.pictures), output), { output, document })
    if (output === 'archive') {
      assertPictures(page.story, page.pictures.paths)
      assertPrintable(page.set, page.missing)
    }
    const bytes = page.set.pdf(output === 'archive' ? { standard: 'a-2b' } : { standard: 'ua-1', isTagged: true })
    return { page, bytes, pages: page.set.pages }
  }

  async function proofPdf(job: PrintJob) {
    const page = await setProof(job, false)
    return { page, ...await finishProof(page.set.pdf(), metadataOf(job)) }
  }

  function pdfFor(job: PrintJob, output: Output, press: PressJob | undefined) {
    if (output === 'proof') return proofPdf(job)
    if (output === 'marked') return markedPdf(job)
    if (output !== 'press') return standardPdf(job, output)
    if (!press) throw new AppError('invalid-arguments', 'Press output needs its options')
    return pressPdf(job, press)
  }

  const pages = pageSetting({ templates, engineFor, proofPictures, pressPictures, fonts: fontsNow })

  const missingIn = (story: StoryData, { manifest }: Template, values: ParameterValues, shelf: FontShelf, said: string[] = []) =>
    missingGlyphs([...storyTexts(story), ...said], familiesOn(manifest, values, shelf), shelf)

  return {
    templates: () => templates.list(),
    families: () => fontsNow().families(),
    ready: () => { if (!fonts) fontsNow() },
    loops: template => loopsOf(templates.find(template)),

    async proof(job: ProofJob): Promise<SentProof> {
      const start = performance.now()
      const { set: page, missing, substituted } = await setProof(job, true)
      const { pages, glyphs } = read(page.svg())
      return send({ pages, glyphs, fit: page.fit, missing, substituted, milliseconds: performance.now() - start }, job.known)
    },

    async pdf(job, output, press) {
      const start = performance.now()
      const { page: { set: { fit }, slot, missing, substituted }, bytes, pages } = await pdfFor(job, output, press)
      return { bytes, pages, fit, slot, missing, substituted, milliseconds: performance.now() - start }
    },

    async pageProof(job) {
      const start = performance.now()
      const { set: page, missing, substituted } = await pages.proof(job)
      const { pages: drawn, glyphs } = read(page.svg())
      return send({ pages: drawn, glyphs, fit: page.fit, fits: page.fits(), missing, substituted, milliseconds: performance.now() - start }, job.known)
    },

    pagePdf: (job, output, press) => pages.pdf(job, output, press),

    async preflight(job, press) {
      const start = performance.now()
      const { story, values, set: { fit }, missing, substituted, pictures: { paths }, separated, finished } = await setPress(job, press)
      const figures = figuresIn(story.blocks)
      const { sheet, pictures: [pictures = []] } = await pressFacts(await finished(), press, [figures], separated)
      const overset = fit.over > 0 ? await oversetIn(job) : null
      const glyphs = substitutedGlyphs(readDocument(job.text), job.slip, values, fontsNow())
      return { ...sheet, substituted, fit, overset, missing, substitutedGlyphs: glyphs, pictures, missingPictures: missingPictures(figures, paths), milliseconds: performance.now() - start }
    },

    pagePreflight: (job, press) => pages.preflight(job, press),

    async lines(job) {
      const start = performance.now()
      const setJob = await setProof(job, true)
      const { set: page, pictures: { paths, bytes } } = setJob
      const svg = page.svg()
      const lines = linesOf(svg, job, setJob)
      const pictures = bytes.size > 0 ? printedSizes(readDrawing(svg).pages, paths, bytes) : []
      const { spare, charactersPerLine } = page.fit
      return { lines, overset: oversetOf(lines), pictures, fit: page.fit, spareCharacters: spare * charactersPerLine, milliseconds: performance.now() - start }
    },

    async fit(job) {
      const start = performance.now()
      const { set: page, slot, missing, substituted } = await setProof(job, true)
      return { fit: page.fit, slot, missing, substituted, milliseconds: performance.now() - start }
    },

    missingGlyphs(job) {
      const template = templates.find(job.template)
      return missingIn(storyOf(job), template, parameterValues(template.manifest.parameters, job.parameters), fontsNow())
    },
  }
}

const linesOf = (svg: string, { text }: PrintJob, { set, slot, template: { manifest } }: Pick<SetJob, 'set' | 'slot' | 'template'>) =>
  setLines(svg, readDocument(text), { ...set.fit, linePitch: slot.linePitch ?? manifest.linePitch })

const archiveMargin = 8 // mm

interface PageKind { output: Output, isDrawn?: boolean, margins?: Margins, document?: DocumentFacts, marked?: MarkedStory }

/** What a template hears of its page: `ink` is gray where cmyk() is not allowed. An archive page is the press page with white around it. */
function layoutOf({ output, margins }: PageKind, { manifest }: Template) {
  const isLikePress = output === 'press' || output === 'archive' && manifest.isForPress
  return { output: isLikePress ? 'press' : 'proof', ink: output === 'archive' ? 'gray' : 'process', margin: margins ? margins.bleed + margins.slug : archiveMargin, bleed: margins?.bleed ?? 0, isTagged: output === 'accessible' }
}

const notedIn = (marked: MarkedStory | undefined) => marked ? [...marked.notes.map(({ text }) => text), ...marked.slipNotes.flatMap(({ name, removed, added }) => [name, removed, added])] : []

/** What a galley is given besides: its story's way, and the notes of proofreading marks. */
function galleyOf({ proofreading }: PrintJob, { marked }: PageKind) {
  return {
    ...proofreading && { proofreading: { ...proofreading, colours: marked?.colours ?? [] } },
    ...marked && { notes: marked.notes, slipNotes: marked.slipNotes },
  }
}
