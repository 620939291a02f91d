import { basename } from 'node:path'
import type { Doc } from 'yjs'
import type { Remote } from '../../common/ipc/rpc'
import type { PageJob, PrintJob, TypesetterApi } from '../../common/ipc/typesetter-contract'
import type { PageFormat } from '../../common/print/page-format'
import { placedAs, type PagePlan, type PlacedTemplate } from '../../common/print/page-plan'
import type { PagePreflight } from '../../common/print/preflight'
import type { PageExportResult, PageOutput } from '../../common/print/print'
import type { SentProof } from '../../common/print/sent-proof'
import type { ParameterValues } from '../../common/print/template-parameters'
import { slotOf } from '../../common/print/slot'
import type { StoryId } from '../../common/story/story'
import { writeBesides, type PageForPress, type PressExports } from './press-export'
import { writeWhole } from './write-whole'

type Typesetter = Remote<TypesetterApi>['typesetter']

export interface PagePrintOptions {
  set<Answer>(ask: (typesetter: Typesetter) => Promise<Answer>, template: string): Promise<Answer>
  read(story: StoryId): Doc
  keepExported(story: StoryId): void
  planOf(doc: Doc): { template: string }
  jobOf(doc: Doc, asked: { template: string, slot: null }): PrintJob
  amendmentOf(story: StoryId): string
  parametersOf(template: string): ParameterValues
  press: Pick<PressExports, 'preflightPage' | 'setPage'>
}

/** Planned pages, set by the typesetter: as a proof, and as files. */
export function pagePrint({ set, read, keepExported, planOf, jobOf, amendmentOf, parametersOf, press }: PagePrintOptions) {
  function pageJob({ template, placements, ...page }: PagePlan, format: PageFormat): PageJob {
    const jobs = placements.map(({ story, place, template: own }) => ({ ...jobOf(read(story), { template: own, slot: null }), template: own, place, amendment: amendmentOf(story) }))
    return {
      template, format, parameters: parametersOf(template), page: { paper: page.paper, date: page.date, number: page.number, section: page.section, editor: page.editor },
      stories: jobs.map(({ text, slip, fitting, parameters, template: own, place, amendment }) => ({ text, slip, fitting, parameters, template: own, place, amendment, slot: slotOf(place, format) })),
      pictures: Object.assign({}, ...jobs.map(({ pictures }) => pictures)) as PageJob['pictures'],
    }
  }

  const pageForPress = (plan: PagePlan, { bleed }: PageFormat): PageForPress => ({ plan, stories: plan.placements.map(({ story }) => ({ story, doc: read(story) })), bleed })

  async function printed(plan: PagePlan, format: PageFormat, output: PageOutput, fileName: string) {
    const job = pageJob(plan, format)
    if (output === 'press') return press.setPage(pageForPress(plan, format), job, fileName)
    return { printed: await set(typesetter => typesetter.pagePdf(job, output), plan.template), press: undefined }
  }

  return {
    /** The template by which a page sets the story at first: its own, where a page can. */
    templateFor: (story: StoryId): PlacedTemplate => placedAs(planOf(read(story)).template),

    proof(plan: PagePlan, format: PageFormat, known: number | null): Promise<SentProof> {
      const job = pageJob(plan, format)
      return set(typesetter => typesetter.pageProof({ ...job, known }), plan.template)
    },

    preflight: (plan: PagePlan, format: PageFormat): Promise<PagePreflight> => press.preflightPage(pageForPress(plan, format), pageJob(plan, format)),

    /** Writes the file whole or not at all. Refuses press output as that of a story is refused, for any story of the page. */
    async exportTo(plan: PagePlan, format: PageFormat, output: PageOutput, path: string): Promise<PageExportResult> {
      const { printed: { bytes, fits, missing }, press: pressJob } = await printed(plan, format, output, basename(path))
      await writeWhole(path, bytes)
      const besides = pressJob && await writeBesides(pressJob, path)
      plan.placements.forEach(({ story }) => keepExported(story))
      return { file: basename(path), ...besides, bytes: bytes.byteLength, fits, missing }
    },
  }
}
export type PagePrint = ReturnType<typeof pagePrint>
