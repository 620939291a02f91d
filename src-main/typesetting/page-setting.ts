import { AppError } from '../common/ipc/errors'
import type { PageJob, PressJob, PrintedPage } from '../common/ipc/typesetter-contract'
import type { MissingGlyph, PageOutput } from '../common/print/print'
import { parameterValues } from '../common/print/template-parameters'
import type { Engine, SetStory } from './engine'
import type { FontShelf } from './fonts/font-shelf'
import { missingGlyphs } from './fonts/missing-glyphs'
import type { pictureShelf } from './pictures'
import { finishProof } from './press/finish-proof'
import { marginsFor } from './press/geometry'
import { assertConforming, makePressPdf } from './press/press-output'
import type { pressPictureShelf, TakenPictures } from './press/press-pictures'
import { assertPictures, assertPrintable } from './press/refusals'
import { localMinute } from './story/local-minute'
import { headTexts, pageData, type PageData } from './story/page-data'
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

interface SetPage { template: Template, data: PageData, set: SetStory, missing: MissingGlyph[] }

/** Sets whole pages 大样: stories at their places on a page of a format. */
export function pageSetting({ templates, engineFor, proofPictures, pressPictures, fonts }: PageSettingOptions) {
  function set(job: PageJob, data: PageData, pictures: Pick<TakenPictures, 'paths' | 'bytes'>, output: PageOutput, margin: number): SetPage {
    const template = templates.find(job.template)
    if (template.manifest.kind !== 'page') throw new AppError('invalid-arguments', `Template ${template.id} sets no pages`)
    const texts = [...headTexts(job.page), ...data.stories.flatMap(({ story }) => storyTexts(story))]
    const { bodySize, linePitch } = job.format
    const sent = { ...data, parameters: parameterValues(template.manifest.parameters, job.parameters), bodySize, linePitch, output, ink: 'process', margin, pictures: pictures.paths, setAt: localMinute(new Date()) }
    return {
      template, data, set: engineFor(template).set({ job: sent, pictures: pictures.bytes }),
      missing: missingGlyphs(texts, template.manifest.fonts, fonts()),
    }
  }

  async function proof(job: PageJob) {
    const data = pageData(job)
    return set(job, data, await proofPictures.take(wantedOn(data, job), 'proof'), 'proof', 0)
  }

  async function pressPage(job: PageJob, press: PressJob | undefined) {
    if (!press) throw new AppError('invalid-arguments', 'Press output needs its options')
    const margins = marginsFor(press)
    const data = pageData(job)
    const pictures = await pressPictures.take(wantedOn(data, job), press.profile.file)
    const page = set(job, data, pictures, 'press', margins.bleed + margins.slug)
    page.data.stories.forEach(({ story }) => assertPictures(story, pictures.paths))
    assertPrintable(page.set, page.missing)
    const bytes = await makePressPdf({ metadata: metadataOf(job), source: job.page.paper, press, page: page.set, engine: engineFor(page.template) })
    await assertConforming(bytes, press)
    return { page, bytes, pages: page.set.pages }
  }

  async function proofPage(job: PageJob) {
    const page = await proof(job)
    return { page, ...await finishProof(page.set.pdf(), metadataOf(job)) }
  }

  return {
    proof,
    async pdf(job: PageJob, output: PageOutput, press: PressJob | undefined): Promise<PrintedPage> {
      const start = performance.now()
      const { page: { set: { fit, fits }, missing }, bytes, pages } = output === 'press' ? await pressPage(job, press) : await proofPage(job)
      return { bytes, pages, fit, fits: fits(), missing, milliseconds: performance.now() - start }
    },
  }
}

const wantedOn = ({ stories }: PageData, { pictures }: PageJob) => wantedPictures(stories.flatMap(({ story }) => story.blocks), pictures)

/** What a page's PDF says of it. */
function metadataOf({ page: { paper, date, number, section, editor } }: PageJob) {
  const title = [paper, date, number, section].filter(part => part !== '').join(' ')
  return { title: title || '大样', authors: editor === '' ? [] : [editor], subject: section, date: new Date() }
}
