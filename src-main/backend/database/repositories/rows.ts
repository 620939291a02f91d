import type { StoryRank } from '../../../common/document/length-cap'
import type { Priority, StoryKind } from '../../../common/document/slip'
import type { Stage, StoryId, StorySummary } from '../../../common/story/story'

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
  created_at: number
  updated_at: number
  binned_at: number | null
}

export const summaryColumns = `number, id, kind, headline, short_title, source, editor, section, page, stage, priority,
  characters, planned_length, rank, format, created_at, updated_at, binned_at`

export function toSummary(row: SummaryRow): StorySummary {
  return {
    id: row.id, kind: row.kind, headline: row.headline, shortTitle: row.short_title, source: row.source, editor: row.editor,
    section: row.section, page: row.page, stage: row.stage, priority: row.priority, characters: row.characters,
    plannedLength: row.planned_length, rank: row.rank, format: row.format, createdAt: row.created_at, updatedAt: row.updated_at, binnedAt: row.binned_at,
  }
}
