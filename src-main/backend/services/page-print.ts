import { basename } from 'node:path'
import type { Doc } from 'yjs'
import type { Remote } from '../../common/ipc/rpc'
import type { PageJob, PressJob, PrintJob, TypesetterApi } from '../../common/ipc/typesetter-contract'
import type { PageFormat } from '../../common/print/page-format'
import type { PagePlan } from '../../common/print/page-plan'
import type { PageExportResult, PageOutput } from '../../common/print/print'
import type { SentProof } from '../../common/print/sent-proof'
import type { ParameterValues } from '../../common/print/template-parameters'
import { slotOf } from '../../common/print/slot'
import type { StoryId } from '../../common/story/story'
import { writeBesides } from './press-export'
import { writeWhole } from './write-whole'

type Typesetter = Remote<TypesetterApi>['typesetter']

export interface PagePrintOptions {
  set<Answer>(ask: (typesetter: Typesetter) => Promise<Answer>, template: string): Promise<Answer>
  read(story: StoryId): Doc
  keepExported(story: StoryId): void
  jobOf(doc: Doc, asked: { template: string, slot: null }): PrintJob
  parametersOf(template: string): ParameterValues
  pagePressJob(plan: string, stories: { story: StoryId, doc: Doc }[], fileName: string, bleedWidth: number): PressJob
}

/** Planned pages, set by the typesetter: as a proof, and as files. */
export function pagePrint({ set, read, keepExported, jobOf, parametersOf, pagePressJob }: PagePrintOptions) {
  function pageJob({ template, placements, ...page }: PagePlan, format: PageFormat): PageJob {
    const jobs = placements.map(({ story, place }) => ({ ...jobOf(read(story), { template, slot: null }), place }))
    return {
      template, format, parameters: parametersOf(template), page: { paper: page.paper, date: page.date, number: page.number, section: page.section, editor: page.editor },
      stories: jobs.map(({ text, slip, fitting, place }) => ({ text, slip, fitting, place, slot: slotOf(place, format) })),
      pictures: Object.assign({}, ...jobs.map(({ pictures }) => pictures)) as PageJob['pictures'],
    }
  }

  return {
    proof(plan: PagePlan, format: PageFormat, isFresh: boolean): Promise<SentProof> {
      const job = pageJob(plan, format)
      return set(typesetter => typesetter.pageProof({ ...job, isFresh }), plan.template)
    },

    /** Writes the file whole or not at all. Refuses press output as that of a story is refused, for any story of the page. */
    async exportTo(plan: PagePlan, format: PageFormat, output: PageOutput, path: string): Promise<PageExportResult> {
      const job = pageJob(plan, format)
      const press = output === 'press' ? pagePressJob(plan.id, plan.placements.map(({ story }) => ({ story, doc: read(story) })), basename(path), format.bleed) : undefined
      const { bytes, fits, missing } = await set(typesetter => typesetter.pagePdf(job, output, press), plan.template)
      await writeWhole(path, bytes)
      const besides = press && await writeBesides(press, path)
      plan.placements.forEach(({ story }) => keepExported(story))
      return { file: basename(path), ...besides, bytes: bytes.byteLength, fits, missing }
    },
  }
}
export type PagePrint = ReturnType<typeof pagePrint>
