import { AppError } from '../common/ipc/errors'
import type { PageJob, PagePressFacts, PlacedStory, PressJob, PrintedPage, StoryFacts } from '../common/ipc/typesetter-contract'
import { headlineOf } from '../common/document/text'
import type { PageOutput } from '../common/print/print'
import { oversetOf } from '../common/print/set-lines'
import { parameterValues, type ParameterValues } from '../common/print/template-parameters'
import type { Engine, SetStory } from './engine'
import { facesOf, familiesOn } from './fonts/faces'
import type { FontShelf } from './fonts/font-shelf'
import { missingGlyphs } from './fonts/missing-glyphs'
import { substitutedFonts } from './fonts/substituted-fonts'
import { substitutedGlyphs } from './fonts/substituted-glyphs'
import { setLines } from './lines/set-lines'
import type { pictureShelf } from './pictures'
import { finishProof } from './press/finish-proof'
import { marginsFor, type Margins } from './press/geometry'
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
  engineFor(template: Template, isDrawn?: boolean): Engine
  proofPictures: ReturnType<typeof pictureShelf>
  pressPictures: ReturnType<typeof pressPictureShelf>
  fonts(): FontShelf
}

const noMargins: Margins = { bleed: 0, slug: 0 }

interface SetPage { template: Template, values: ParameterValues, data: PageData, set: SetStory }

/** Sets whole pages 大样: stories at their places on a page of a format. */
export function pageSetting({ templates, engineFor, proofPictures, pressPictures, fonts }: PageSettingOptions) {
  function set(job: PageJob, data: PageData, pictures: Pick<TakenPictures, 'paths' | 'bytes'>, output: PageOutput, { bleed, slug }: Margins, isDrawn = false): SetPage {
    const template = templates.find(job.template)
    if (template.manifest.kind !== 'page') throw new AppError('invalid-arguments', `Template ${template.id} sets no pages`, { template: template.id, cause: 'no-pages' })
    const { bodySize, linePitch } = job.format
    const values = parameterValues(template.manifest.parameters, job.parameters)
    const sent = { ...data, parameters: values, faces: facesOf(fonts()), bodySize, linePitch, output, ink: 'process', margin: bleed + slug, bleed, pictures: pictures.paths, setAt: localMinute(new Date()) }
    return { template, values, data, set: engineFor(template, isDrawn).set({ job: sent, pictures: pictures.bytes, isDrawn }) }
  }

  const manifestOf = (template: string) => templates.find(template).manifest
  const valuesOf = ({ template, parameters }: PlacedStory) => parameterValues(manifestOf(template).parameters, parameters)
  const dataOf = (job: PageJob) => pageData(job, valuesOf)

  /** The page's template and those its stories are set by, each with its values. */
  const usesOf = ({ template, values, data }: SetPage) =>
    [{ use: template.manifest, values }, ...data.stories.map(({ template: own, parameters }) => ({ use: manifestOf(own), values: parameters }))]

  const familiesOf = (page: SetPage) => usesOf(page).flatMap(({ use, values }) => familiesOn(use, values, fonts()))
  const missingIn = (texts: string[], page: SetPage) => missingGlyphs(texts, familiesOf(page), fonts())
  const missingOn = (job: PageJob, page: SetPage) => missingIn([...headTexts(job.page), ...page.data.stories.flatMap(({ story }) => storyTexts(story))], page)

  function substitutedOn(page: SetPage) {
    const found = usesOf(page).flatMap(({ use, values }) => substitutedFonts(use, values, fonts()))
    return found.filter(({ family }, index) => found.findIndex(other => other.family === family) === index)
  }

  /** `isDrawn` for a page that is drawn in the window, rather than printed. */
  async function proof(job: PageJob, isDrawn: boolean) {
    const data = dataOf(job)
    return set(job, data, await proofPictures.take(wantedOn(data, job), 'proof'), 'proof', noMargins, isDrawn)
  }

  /** A page for press, with its pictures separated. */
  async function setPress(job: PageJob, press: PressJob) {
    const margins = marginsFor(press)
    const data = dataOf(job)
    const pictures = await pressPictures.take(wantedOn(data, job), press.profile.file)
    const page = set(job, data, pictures, 'press', margins)
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
    const { set } = await proof({ ...job, stories: [story] }, true)
    return oversetOf(setLines(set.svg(), readDocument(story.text), { ...set.fits()[0]!, linePitch: job.format.linePitch }))
  }

  /** A story is set in the page's face unless its template has another than 宋体: as sheet.typ does. */
  function substitutedIn(placed: PlacedStory, { values }: SetPage) {
    const { bodyFace = 'song' } = valuesOf(placed)
    return substitutedGlyphs(readDocument(placed.text), placed.slip, bodyFace === 'song' ? values : { ...values, bodyFace }, fonts())
  }

  /** Makes the press PDF whatever stands against it, and says what it shows of the page and of each story. */
  async function preflight(job: PageJob, press: PressJob): Promise<PagePressFacts> {
    const start = performance.now()
    const { page, pictures: { paths, separated }, finished } = await setPress(job, press)
    const { data } = page
    const figures = data.stories.map(({ story }) => figuresIn(story.blocks))
    const { sheet, pictures } = await pressFacts(await finished(), press, figures, separated)
    const stories: StoryFacts[] = []
    for (const [index, fit] of page.set.fits().entries()) {
      stories.push({
        fit, overset: fit.over > 0 ? await oversetIn(job, job.stories[index]!) : null, missing: missingIn(storyTexts(data.stories[index]!.story), page),
        substitutedGlyphs: substitutedIn(job.stories[index]!, page),
        pictures: pictures[index]!, missingPictures: missingPictures(figures[index]!, paths),
      })
    }
    return { ...sheet, substituted: substitutedOn(page), stories, head: missingIn(headTexts(job.page), page), milliseconds: performance.now() - start }
  }

  async function proofPage(job: PageJob) {
    const page = await proof(job, false)
    return { page, ...await finishProof(page.set.pdf(), metadataOf(job)) }
  }

  return {
    async proof(job: PageJob) {
      const page = await proof(job, true)
      return { ...page, missing: missingOn(job, page), substituted: substitutedOn(page) }
    },
    preflight,
    async pdf(job: PageJob, output: PageOutput, press: PressJob | undefined): Promise<PrintedPage> {
      const start = performance.now()
      const { page, bytes, pages } = output === 'press' ? await pressPage(job, press) : await proofPage(job)
      return { bytes, pages, fit: page.set.fit, fits: page.set.fits(), missing: missingOn(job, page), substituted: substitutedOn(page), milliseconds: performance.now() - start }
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
