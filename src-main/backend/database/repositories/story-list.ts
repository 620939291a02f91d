import type { SortKey, StoryPage, StoryQuery } from '../../../common/story/story'
import type { Db } from '../connection'
import { indexQuery } from '../search-text'
import { summaryColumns, toSummary, type SummaryRow } from './rows'

const sortColumns: Record<SortKey, string> = {
  updatedAt: 'updated_at', kind: 'kind_order', headline: 'headline_key', source: 'source_key', editor: 'editor_key',
  stage: 'stage_order', characters: 'characters',
}

interface Parameters { kind: string | null, stage: string | null, words: string | undefined }

/** Pages of the story list, each sort from its own covering index. */
export function storyListRepository(db: Db) {
  const totals = totalCache(db)

  return {
    page(query: StoryQuery): StoryPage {
      const words = indexQuery(query.filter)
      const where = conditions(query, words !== undefined)
      const parameters = { kind: query.kind, stage: query.stage, words }
      const total = totals(where, parameters)
      const rows = db.prepare<[Parameters & Window], SummaryRow>(pageSql(query, where, isBackwards(query, total)))
        .all({ ...parameters, ...windowOf(query, total) })
      return { total, stories: (isBackwards(query, total) ? rows.reverse() : rows).map(toSummary) }
    },
  }
}

interface Window { offset: number, limit: number }

/** Rows are skipped one by one, so the far half of a list is read from its end. */
function isBackwards({ offset }: StoryQuery, total: number): boolean {
  return offset > total / 2
}

function windowOf(query: StoryQuery, total: number): Window {
  if (!isBackwards(query, total)) return { offset: query.offset, limit: query.limit }
  const limit = Math.max(0, Math.min(query.limit, total - query.offset))
  return { offset: Math.max(0, total - query.offset - limit), limit }
}

function conditions({ where, kind, stage }: StoryQuery, isFiltered: boolean): string {
  return [
    where === 'desk' ? 'binned_at IS NULL' : 'binned_at IS NOT NULL',
    kind ? 'kind = @kind' : '',
    stage ? 'stage = @stage' : '',
    isFiltered ? 'number IN (SELECT rowid FROM story_index WHERE story_index MATCH @words)' : '',
  ].filter(condition => condition !== '').join(' AND ')
}

function pageSql({ sort, descending }: StoryQuery, where: string, backwards: boolean): string {
  const direction = descending === backwards ? 'ASC' : 'DESC'
  const order = `${sortColumns[sort]} ${direction}, number ${direction}`
  return `
    SELECT ${summaryColumns} FROM stories
    WHERE number IN (SELECT number FROM stories WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset)
    ORDER BY ${order}`
}

/** Counting walks the list, so a count is kept until anything is written, here or by another process. */
function totalCache(db: Db) {
  const known = new Map<string, number>()
  let seen = ''

  return (where: string, parameters: Parameters): number => {
    const now = writesSeen(db)
    if (now !== seen) known.clear()
    seen = now
    const key = JSON.stringify([where, parameters])
    const total = known.get(key) ?? count(db, where, parameters)
    known.set(key, total)
    return total
  }
}

function writesSeen(db: Db): string {
  const changes = db.prepare<[], { changes: number }>('SELECT total_changes() AS changes').get()!.changes
  return `${String(db.pragma('data_version', { simple: true }))}/${changes}`
}

function count(db: Db, where: string, parameters: Parameters): number {
  return db.prepare<[Parameters], { total: number }>(`SELECT count(*) AS total FROM stories WHERE ${where}`).get(parameters)!.total
}
