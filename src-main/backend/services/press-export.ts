import { basename, dirname, extname, join } from 'node:path'
import type { Doc } from 'yjs'
import type { Settings } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Remote } from '../../common/ipc/rpc'
import type { PageJob, PressJob, PrintedFile, PrintJob, TypesetterApi } from '../../common/ipc/typesetter-contract'
import { readSlip } from '../../common/document/slip-map'
import { readText } from '../../common/document/story-doc'
import { headlineOf } from '../../common/document/text'
import { ninjsOf } from '../../common/interchange/ninjs'
import { headGlyphs, ofStory, planFindings } from '../../common/print/page-findings'
import type { PagePlan } from '../../common/print/page-plan'
import type { Finding, PagePreflight, Preflight } from '../../common/print/preflight'
import { defaultPressOptions, type PressOptions } from '../../common/print/press'
import { blockersFirst, settingFindings, sheetFindings } from '../../common/print/press-findings'
import { storyFindings } from '../../common/print/story-findings'
import { viewOf } from '../../common/suggestions/views'
import type { StoryId } from '../../common/story/story'
import { publicationFindings, releaseFindings, type Release } from '../../common/workflow/blocks'
import type { Publication } from '../../common/workflow/standing'
import { writeWhole } from './write-whole'

type Typesetter = Remote<TypesetterApi>['typesetter']

export interface PressExportOptions {
  set<Answer>(ask: (typesetter: Typesetter) => Promise<Answer>, template: string, pictures?: number): Promise<Answer>
  settings: { read(): Pick<Settings, 'press'> }
  profiles: { find(id: string): { name: string, file: string } }
  publicationOf(story: StoryId): Publication | null
  releaseOf(story: StoryId): Release
}

/** A story on its way to press. */
export interface StoryForPress { story: StoryId, doc: Doc, job: PrintJob, press: Partial<PressOptions> | undefined }

/** A page on its way to press: its stories in the order of its places. */
export interface PageForPress { plan: PagePlan, stories: { story: StoryId, doc: Doc }[], bleed: number }

/** Press PDFs: the check before, the file, and the story beside it where the standard keeps it out. */
export function pressExports({ set, settings, profiles, publicationOf, releaseOf }: PressExportOptions) {
  const ninjs = (story: StoryId, doc: Doc) => ninjsOf(story, finalText(doc), readSlip(doc), new Date(), publicationOf(story))
  const findingsOf = (story: StoryId, doc: Doc) => [...storyFindings(finalText(doc), readSlip(doc)), ...publicationFindings(publicationOf(story)), ...releaseFindings(releaseOf(story))]

  function newsroomOptions(press: Partial<PressOptions> | undefined) {
    const options = { ...defaultPressOptions, ...settings.read().press, ...press }
    return { ...options, profile: { id: options.profile, ...profiles.find(options.profile) } }
  }

  /** The bleed is that of the page format the story stands on. */
  function pressJob({ story, doc, job, press }: StoryForPress, fileName: string): PressJob {
    return { ...newsroomOptions(press), story, fileName, ...job.slot?.bleed !== undefined && { bleedWidth: job.slot.bleed }, ninjs: JSON.stringify(ninjs(story, doc)) }
  }

  /** What press output of a page needs: its stories travel in it together. */
  function pagePressJob({ plan, stories, bleed }: PageForPress, fileName: string): PressJob {
    const package_ = { uri: `urn:qingyang:${plan.id}`, type: 'composite', associations: stories.map(({ story, doc }) => ({ name: story, ...ninjs(story, doc) })) }
    return { ...newsroomOptions(undefined), story: plan.id as string as StoryId, fileName, bleedWidth: bleed, ninjs: JSON.stringify(package_) }
  }

  /** What can be told of a page before it is set. */
  function pageFindings({ plan, stories }: PageForPress): Finding[] {
    return [...planFindings(plan, story => nameOf(stories, story)), ...stories.flatMap(({ story, doc }) => ofStory(story, findingsOf(story, doc), plan))]
  }

  async function preflight(asked: StoryForPress): Promise<Preflight> {
    const { story, doc, job } = asked
    const press = pressJob(asked, '')
    const facts = await set(remote => remote.preflight(job, press), job.template, picturesOf(job))
    const { fit, pictures, plates, fonts, milliseconds } = facts
    const findings = [...settingFindings(finalText(doc), readSlip(doc), facts, press), ...sheetFindings(facts, pictures, press, job.template), ...findingsOf(story, doc)]
    return { findings: blockersFirst(findings), fit, pictures, plates, fonts, ink: { limit: press.inkLimit, page: facts.pageInk }, milliseconds }
  }

  async function preflightPage(page: PageForPress, job: PageJob): Promise<PagePreflight> {
    const press = pagePressJob(page, '')
    const facts = await set(remote => remote.pagePreflight(job, press), job.template, picturesOf(job))
    const { plates, fonts, milliseconds } = facts
    const pictures = facts.stories.flatMap(story => story.pictures)
    const setting = page.stories.flatMap(({ story, doc }, index) => ofStory(story, settingFindings(finalText(doc), readSlip(doc), facts.stories[index]!, press), page.plan))
    const findings = [...setting, ...headGlyphs(page.plan, facts.head), ...sheetFindings(facts, pictures, press, job.template), ...pageFindings(page)]
    return { findings: blockersFirst(findings), fits: facts.stories.map(({ fit }) => fit), pictures, plates, fonts, ink: { limit: press.inkLimit, page: facts.pageInk }, milliseconds }
  }

  return {
    preflight,
    preflightPage,
    /** Sets a page for press. Throws `page-blocked` when something keeps it from that. */
    async setPage(page: PageForPress, job: PageJob, fileName: string) {
      refuseBlockedPage(page, pageFindings(page))
      const press = pagePressJob(page, fileName)
      return { press, printed: await set(remote => remote.pagePdf(job, 'press', press), job.template, picturesOf(job)) }
    },
    /** Writes the press PDF, whole or not at all. What the typesetter refuses comes before what the text lacks: it is harder to mend. */
    async write(asked: StoryForPress, path: string): Promise<{ printed: PrintedFile, besides?: string }> {
      const { doc, job } = asked
      const press = pressJob(asked, basename(path))
      const printed = await set(remote => remote.pdf(job, 'press', press), job.template, picturesOf(job))
      refuseBlockers(findingsOf(asked.story, doc))
      await writeWhole(path, printed.bytes)
      return { printed, ...await writeBesides(press, path) }
    },
  }
}

export type PressExports = ReturnType<typeof pressExports>

/** The story as ninjs beside a PDF that may not carry it: PDF/X-1a knows Info, not XMP. */
export async function writeBesides({ standard, ninjs }: Pick<PressJob, 'standard' | 'ninjs'>, path: string): Promise<{ besides?: string }> {
  if (standard !== 'x-1a') return {}
  const besides = `${basename(path, extname(path))}.ninjs.json`
  await writeWhole(join(dirname(path), besides), Buffer.from(ninjs))
  return { besides }
}

const finalText = (doc: Doc) => viewOf(readText(doc), 'final')

const picturesOf = ({ pictures }: Pick<PrintJob, 'pictures'>) => Object.keys(pictures).length

const blockersIn = (findings: Finding[]) => findings.filter(({ severity }) => severity === 'blocker').map(({ code }) => code)

const nameOf = (stories: PageForPress['stories'], wanted: StoryId) => {
  const found = stories.find(({ story }) => story === wanted)
  return found ? headlineOf(readText(found.doc)) : ''
}

/** Names the first story that is not ready, or else the page, with all that stands against it. */
function refuseBlockedPage({ stories, plan }: PageForPress, findings: Finding[]): void {
  const first = findings.find(({ severity }) => severity === 'blocker')
  if (!first) return
  const name = first.story ? nameOf(stories, first.story) : plan.number || plan.section || plan.paper
  throw new AppError('page-blocked', `${name} is not ready for press`, { name, codes: blockersIn(findings.filter(({ story }) => story === first.story)) })
}

function refuseBlockers(findings: Finding[]): void {
  const codes = blockersIn(findings)
  if (codes.length > 0) throw new AppError('preflight-blocked', `Not ready for press: ${codes.join(', ')}`, { codes })
}
