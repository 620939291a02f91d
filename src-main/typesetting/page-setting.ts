import { AppError } from '../common/ipc/errors'
import type { PageJob, PagePressFacts, PlacedStory, PressJob, PrintedPage, StoryFacts } from '../common/ipc/typesetter-contract'
import { headlineOf } from '../common/document/text'
import type { PageOutput } from '../common/print/print'
import { oversetOf } from '../common/print/set-lines'
import { parameterValues } from '../common/print/template-parameters'
import type { Engine, SetStory } from './engine'
import type { FontShelf } from './fonts/font-shelf'
import { missingGlyphs } from './fonts/missing-glyphs'
import { substitutedFonts } from './fonts/substituted-fonts'
import { setLines } from './lines/set-lines'
import type { pictureShelf } from './pictures'
import { finishProof } from './press/finish-proof'
import { marginsFor } from './press/geometry'
import { assertConforming, makePressPdf, pressFacts } from './press/press-output'
import type { pressPictureShelf, TakenPictures } from './press/press-pictures'
import { assertPictures, assertPrintable, missingPictures } from './press/refusals'
import { figuresIn } from './story/block-data'
import { localMinute } from './story/local-minute'
import { headTexts, pageData, type PageData } from './story/page-data'
import { readDocument } from './story/story-data'
import { storyTexts } from './story/story-texts'
import { wantedPictures } from './story/wanted-pictures'
import type { Template, templateShelf } from './templates/template-shelf'

export interface PageSettingOptions {
  templates: ReturnType<typeof templateShelf>
  engineFor(template: Template): Engine
  proofPictures: ReturnType<typeof pictureShelf>
  pressPictures: ReturnType<typeof pressPictureShelf>
  fonts(): FontShelf
}

interface SetPage { template: Template, data: PageData, set: SetStory }

/** Sets whole pages 大样: stories at their places on a page of a format. */
export function pageSetting({ templates, engineFor, proofPictures, pressPictures, fonts }: PageSettingOptions) {
  function set(job: PageJob, data: PageData, pictures: Pick<TakenPictures, 'paths' | 'bytes'>, output: PageOutput, margin: number): SetPage {
    const template = templates.find(job.template)
    if (template.manifest.kind !== 'page') throw new AppError('invalid-arguments', `Template ${template.id} sets no pages`, { template: template.id, cause: 'no-pages' })
    const { bodySize, linePitch } = job.format
    const sent = { ...data, parameters: parameterValues(template.manifest.parameters, job.parameters), bodySize, linePitch, output, ink: 'process', margin, pictures: pictures.paths, setAt: localMinute(new Date()) }
    return { template, data, set: engineFor(template).set({ job: sent, pictures: pictures.bytes }) }
  }

  const missingIn = (texts: string[], { manifest }: Template) => missingGlyphs(texts, manifest.fonts, fonts())
  const missingOn = (job: PageJob, { template, data }: SetPage) => missingIn([...headTexts(job.page), ...data.stories.flatMap(({ story }) => storyTexts(story))], template)

  async function proof(job: PageJob) {
    const data = pageData(job)
    return set(job, data, await proofPictures.take(wantedOn(data, job), 'proof'), 'proof', 0)
  }

  /** A page for press, with its pictures separated. */
  async function setPress(job: PageJob, press: PressJob) {
    const margins = marginsFor(press)
    const data = pageData(job)
    const pictures = await pressPictures.take(wantedOn(data, job), press.profile.file)
    const page = set(job, data, pictures, 'press', margins.bleed + margins.slug)
    return { page, pictures, finished: () => makePressPdf({ metadata: metadataOf(job), source: job.page.paper, press, page: page.set, engine: engineFor(page.template) }) }
  }

  async function pressPage(job: PageJob, press: PressJob | undefined) {
    if (!press) throw new AppError('invalid-arguments', 'Press output needs its options')
    const { page, pictures: { paths }, finished } = await setPress(job, press)
    page.data.stories.forEach(({ story }) => assertPictures(story, paths))
    assertPrintable(page.set, missingOn(job, page))
    const bytes = await finished()
    await assertConforming(bytes, press)
    return { page, bytes, pages: page.set.pages }
  }

  /** Where the place of a story ends in its text: the page is set with this story alone. */
  async function oversetIn(job: PageJob, story: PlacedStory) {
    const { set } = await proof({ ...job, stories: [story] })
    return oversetOf(setLines(set.textSvg(), readDocument(story.text), { ...set.fits()[0]!, linePitch: job.format.linePitch }))
  }

  /** Makes the press PDF whatever stands against it, and says what it shows of the page and of each story. */
  async function preflight(job: PageJob, press: PressJob): Promise<PagePressFacts> {
    const start = performance.now()
    const { page: { set: page, template, data }, pictures: { paths, separated }, finished } = await setPress(job, press)
    const figures = data.stories.map(({ story }) => figuresIn(story.blocks))
    const { sheet, pictures } = await pressFacts(await finished(), press, figures, separated)
    const stories: StoryFacts[] = []
    for (const [index, fit] of page.fits().entries()) {
      stories.push({
        fit, overset: fit.over > 0 ? await oversetIn(job, job.stories[index]!) : null, missing: missingIn(storyTexts(data.stories[index]!.story), template),
        pictures: pictures[index]!, missingPictures: missingPictures(figures[index]!, paths),
      })
    }
    const substituted = substitutedFonts(template.manifest, parameterValues(template.manifest.parameters, job.parameters), fonts())
    return { ...sheet, substituted, stories, head: missingIn(headTexts(job.page), template), milliseconds: performance.now() - start }
  }

  async function proofPage(job: PageJob) {
    const page = await proof(job)
    return { page, ...await finishProof(page.set.pdf(), metadataOf(job)) }
  }

  return {
    async proof(job: PageJob) {
      const page = await proof(job)
      return { ...page, missing: missingOn(job, page) }
    },
    preflight,
    async pdf(job: PageJob, output: PageOutput, press: PressJob | undefined): Promise<PrintedPage> {
      const start = performance.now()
      const { page, bytes, pages } = output === 'press' ? await pressPage(job, press) : await proofPage(job)
      return { bytes, pages, fit: page.set.fit, fits: page.set.fits(), missing: missingOn(job, page), milliseconds: performance.now() - start }
    },
  }
}

const wantedOn = ({ stories }: PageData, { pictures }: PageJob) => wantedPictures(stories.flatMap(({ story }) => story.blocks), pictures)

/** What a page's PDF says of it. */
function metadataOf({ page: { paper, date, number, section, editor }, stories }: PageJob) {
  const amended = stories.filter(({ amendment }) => amendment).map(({ text, amendment }) => [headlineOf(readDocument(text)), amendment].filter(Boolean).join(' '))
  const title = [paper, date, number, section].filter(part => part !== '').join(' ')
  return { title: title || '大样', authors: editor === '' ? [] : [editor], subject: [section, ...amended].filter(part => part !== '').join('；'), date: new Date() }
}
