import type { StoryRank } from '../../../common/document/length-cap'
import type { Priority, StoryKind } from '../../../common/document/slip'
import type { ListedFit, Stage, StoryId, StorySummary } from '../../../common/story/story'

/** The row number of a story: what other tables and the index refer to. */
export type StoryNumber = number & { readonly brand: 'StoryNumber' }

export interface SummaryRow {
  number: StoryNumber
  id: StoryId
  kind: StoryKind
  headline: string
  short_title: string
  source: string
  editor: string
  section: string
  page: string
  stage: Stage
  priority: Priority
  characters: number
  planned_length: number | null
  rank: StoryRank | ''
  format: string
  fit_capacity: number | null // all of the fit null: never measured in a place of its own
  fit_set: number
  fit_over: number
  fit_spare: number
  fit_is_current: 0 | 1
  created_at: number
  updated_at: number
  binned_at: number | null
}

export const summaryColumns = `number, id, kind, headline, short_title, source, editor, section, page, stage, priority,
  characters, planned_length, rank, format, created_at, updated_at, binned_at,
  capacity AS fit_capacity, set_lines AS fit_set, over AS fit_over, spare AS fit_spare, sequence = last_sequence AS fit_is_current`

export const summaryTables = 'stories LEFT JOIN story_fits ON story_fits.story = stories.number'

export function toSummary(row: SummaryRow): StorySummary {
  return {
    id: row.id, kind: row.kind, headline: row.headline, shortTitle: row.short_title, source: row.source, editor: row.editor,
    section: row.section, page: row.page, stage: row.stage, priority: row.priority, characters: row.characters,
    plannedLength: row.planned_length, rank: row.rank, format: row.format, fit: toFit(row), createdAt: row.created_at, updatedAt: row.updated_at, binnedAt: row.binned_at,
  }
}

function toFit({ fit_capacity: capacity, fit_set: set, fit_over: over, fit_spare: spare, fit_is_current: isCurrent }: SummaryRow): ListedFit | null {
  return capacity === null ? null : { capacity, set, over, spare, isCurrent: isCurrent === 1 }
}
