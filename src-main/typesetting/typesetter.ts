import { composeDateline } from '../common/document/dateline'
import { headlineOf } from '../common/document/text'
import { AppError } from '../common/ipc/errors'
import type { Implementation } from '../common/ipc/rpc'
import type { PrintJob, ProofJob, TypesetterApi } from '../common/ipc/typesetter-contract'
import type { MissingGlyph, Output, Slot } from '../common/print/print'
import { packProof, type SentProof } from '../common/print/sent-proof'
import { engine, type Engine, type SetStory } from './engine'
import { fontShelf, type FontShelf } from './fonts/font-shelf'
import { missingGlyphs } from './fonts/missing-glyphs'
import { pictureShelf } from './pictures'
import { pressMargin } from './press/crop-marks'
import { finishPdf } from './press/finish'
import { readDrawing } from './proof/drawing'
import { figuresIn } from './story/block-data'
import { readDocument, storyData, type StoryData } from './story/story-data'
import { storyTexts } from './story/story-texts'
import { loopsOf } from './templates/loops'
import { templateShelf, type Template } from './templates/template-shelf'

export interface TypesetterOptions { templateFolders: string[], fontFolders: string[] }

interface SetJob { story: StoryData, template: Template, slot: Slot, set: SetStory, missing: MissingGlyph[] }

/** Sets stories into pages: the whole of what the typesetter process does. */
export function typesetter({ templateFolders, fontFolders }: TypesetterOptions): Implementation<TypesetterApi>['typesetter'] {
  const templates = templateShelf(templateFolders)
  const pictures = pictureShelf()
  const engines = new Map<string, Engine>()
  const sentGlyphs = new Set<string>()
  let fonts: FontShelf | undefined

  const readFontsOnce = () => fonts ??= fontShelf(fontFolders)

  function engineFor(template: Template): Engine {
    const found = engines.get(template.id) ?? engine(template, templates.kit(), fontFolders)
    engines.set(template.id, found)
    return found
  }

  async function set(job: PrintJob, output: Output): Promise<SetJob> {
    const template = templates.find(job.template)
    if (output === 'press' && !template.manifest.isForPress) throw new AppError('invalid-arguments', `Template ${template.id} is not for press`)
    const story = storyData(readDocument(job.text), job.slip)
    const { paths, bytes } = await pictures.take(job.pictures, output === 'press' ? 'press' : 'proof')
    if (output === 'press') assertPictures(story, paths)
    const slot = template.manifest.isSlotChosen && job.slot ? job.slot : template.manifest.slot
    const { bodySize, linePitch } = template.manifest
    const data = { story, output, slot, fitting: job.fitting, bodySize, linePitch, margin: pressMargin, pictures: paths, setAt: localMinute(new Date()) }
    return { story, template, slot, set: engineFor(template).set({ job: data, pictures: bytes }), missing: missingIn(story, template) }
  }

  const missingIn = (story: StoryData, template: Template) => missingGlyphs(storyTexts(story), template.manifest.fonts, readFontsOnce())

  /** The outlines among these that have not been sent yet. */
  function unsentGlyphs(glyphs: Map<string, string>, isFresh: boolean): Record<string, string> {
    if (isFresh) sentGlyphs.clear()
    const unsent = [...glyphs].filter(([id]) => !sentGlyphs.has(id))
    for (const [id] of unsent) sentGlyphs.add(id)
    return Object.fromEntries(unsent)
  }

  return {
    templates: () => templates.list(),
    ready: () => { readFontsOnce() },
    loops: template => loopsOf(templates.find(template)),

    async proof(job: ProofJob): Promise<SentProof> {
      const start = performance.now()
      const { set: page, missing } = await set(job, 'proof')
      const { pages, glyphs } = readDrawing(page.svg())
      return packProof({ pages, glyphs: unsentGlyphs(glyphs, job.isFresh), fit: page.fit, missing, milliseconds: performance.now() - start })
    },

    async pdf(job, output) {
      const start = performance.now()
      const { set: page, slot, missing } = await set(job, output)
      if (output === 'press') assertPrintable(page, missing)
      const finished = await finishPdf(page.pdf(), output, metadataOf(job))
      return { ...finished, fit: page.fit, slot, missing, milliseconds: performance.now() - start }
    },

    async fit(job) {
      const start = performance.now()
      const { set: page, slot, missing } = await set(job, 'proof')
      return { fit: page.fit, slot, missing, milliseconds: performance.now() - start }
    },

    missingGlyphs: job => missingIn(storyData(readDocument(job.text), job.slip), templates.find(job.template)),
  }
}

function assertPrintable({ fit }: SetStory, missing: MissingGlyph[]) {
  if (fit.over > 0) throw new AppError('does-not-fit', `The story is ${fit.over} lines longer than its slot`, { lines: fit.over })
  if (missing.length === 0) return
  throw new AppError('missing-glyphs', `No font has ${missing.map(({ character }) => character).join(' ')}`, {
    characters: missing.map(({ character, codePoint, count, context }) => `${character} ${codePoint} ×${count} …${context}…`),
  })
}

/** Refuses figures whose picture was never chosen, is lost or cannot be read; they are numbered as the story shows them. */
function assertPictures({ blocks }: StoryData, paths: Record<string, string>) {
  const numbers = figuresIn(blocks).flatMap(({ picture }, index) => picture in paths ? [] : [String(index + 1)])
  if (numbers.length > 0) throw new AppError('missing-pictures', `Figure ${numbers.join(', ')} has no picture that can be printed`, { numbers })
}

function metadataOf({ text, slip }: PrintJob) {
  const headline = headlineOf(readDocument(text))
  return {
    title: headline || slip.shortTitle || composeDateline(slip) || '未命名',
    authors: slip.byline.map(person => person.name).filter(name => name !== ''),
    subject: [slip.source, slip.page, slip.section].filter(value => value !== '').join(' '),
    date: new Date(),
  }
}

/** `2026-11-23 22:40`, local. */
function localMinute(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}
