import { basename, dirname, extname, join } from 'node:path'
import type { Doc } from 'yjs'
import type { Settings } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Remote } from '../../common/ipc/rpc'
import type { PressJob, PrintedFile, PrintJob, TypesetterApi } from '../../common/ipc/typesetter-contract'
import { readSlip } from '../../common/document/slip-map'
import { readText } from '../../common/document/story-doc'
import { headlineOf } from '../../common/document/text'
import { ninjsOf } from '../../common/interchange/ninjs'
import type { Finding, Preflight } from '../../common/print/preflight'
import { defaultPressOptions, type PressOptions } from '../../common/print/press'
import { pressFindings } from '../../common/print/press-findings'
import { blockersFirst } from '../../common/print/setting-findings'
import { storyFindings } from '../../common/print/story-findings'
import { viewOf } from '../../common/suggestions/views'
import type { StoryId } from '../../common/story/story'
import { publicationFindings } from '../../common/workflow/blocks'
import type { Publication } from '../../common/workflow/standing'
import { writeWhole } from './write-whole'

type Typesetter = Remote<TypesetterApi>['typesetter']

export interface PressExportOptions {
  set<Answer>(ask: (typesetter: Typesetter) => Promise<Answer>, template: string, pictures?: number): Promise<Answer>
  settings: { read(): Pick<Settings, 'press'> }
  profiles: { find(id: string): { name: string, file: string } }
  publicationOf(story: StoryId): Publication | null
}

/** A story on its way to press. */
export interface StoryForPress { story: StoryId, doc: Doc, job: PrintJob, press: Partial<PressOptions> | undefined }

/** Press PDFs: the check before, the file, and the story beside it where the standard keeps it out. */
export function pressExports({ set, settings, profiles, publicationOf }: PressExportOptions) {
  const ninjs = (story: StoryId, doc: Doc) => ninjsOf(story, finalText(doc), readSlip(doc), new Date(), publicationOf(story))
  const findingsOf = (story: StoryId, doc: Doc) => [...storyFindings(finalText(doc), readSlip(doc)), ...publicationFindings(publicationOf(story))]

  function newsroomOptions(press: Partial<PressOptions> | undefined) {
    const options = { ...defaultPressOptions, ...settings.read().press, ...press }
    return { ...options, profile: { id: options.profile, ...profiles.find(options.profile) } }
  }

  function pressJob({ story, doc, press }: StoryForPress, fileName: string): PressJob {
    return { ...newsroomOptions(press), story, fileName, ninjs: JSON.stringify(ninjs(story, doc)) }
  }

  /** What press output of a page needs: its stories travel in it together. Throws `page-blocked` when one of them is not ready. */
  function pagePressJob(plan: string, stories: { story: StoryId, doc: Doc }[], fileName: string, bleedWidth: number): PressJob {
    const notReady = stories.find(({ story, doc }) => blockersIn(findingsOf(story, doc)).length > 0)
    if (notReady) {
      const name = headlineOf(readText(notReady.doc))
      throw new AppError('page-blocked', `${name} is not ready for press`, { name, codes: blockersIn(findingsOf(notReady.story, notReady.doc)) })
    }
    const package_ = { uri: `urn:qingyang:${plan}`, type: 'composite', associations: stories.map(({ story, doc }) => ({ name: story, ...ninjs(story, doc) })) }
    return { ...newsroomOptions(undefined), story: plan as StoryId, fileName, bleedWidth, ninjs: JSON.stringify(package_) }
  }

  async function preflight(asked: StoryForPress): Promise<Preflight> {
    const { doc, job } = asked
    const press = pressJob(asked, '')
    const { missing, missingPictures, failures, spaces, pageInk, ...facts } = await set(remote => remote.preflight(job, press), job.template, picturesOf(job))
    const findings = [...pressFindings(finalText(doc), { ...facts, missing, missingPictures, failures, spaces, pageInk }, press), ...findingsOf(asked.story, doc)]
    return { ...facts, findings: blockersFirst(findings), ink: { limit: press.inkLimit, page: pageInk } }
  }

  return {
    preflight,
    pagePressJob,
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

/** The story as ninjs beside a PDF that may not carry it: PDF/X-1a knows Info, not XMP. */
export async function writeBesides({ standard, ninjs }: Pick<PressJob, 'standard' | 'ninjs'>, path: string): Promise<{ besides?: string }> {
  if (standard !== 'x-1a') return {}
  const besides = `${basename(path, extname(path))}.ninjs.json`
  await writeWhole(join(dirname(path), besides), Buffer.from(ninjs))
  return { besides }
}

const finalText = (doc: Doc) => viewOf(readText(doc), 'final')

const picturesOf = ({ pictures }: PrintJob) => Object.keys(pictures).length

const blockersIn = (findings: Finding[]) => findings.filter(({ severity }) => severity === 'blocker').map(({ code }) => code)

function refuseBlockers(findings: Finding[]): void {
  const codes = blockersIn(findings)
  if (codes.length > 0) throw new AppError('preflight-blocked', `Not ready for press: ${codes.join(', ')}`, { codes })
}
