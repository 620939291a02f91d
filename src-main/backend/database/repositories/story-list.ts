import type { SortKey, StoryPage, StoryQuery } from '../../../common/story/story'
import type { Db } from '../connection'
import { indexQuery } from '../search-text'
import { summaryColumns, summaryTables, toSummary, type StoryNumber, type SummaryRow } from './rows'

const sortColumns: Record<SortKey, string> = {
  updatedAt: 'updated_at', kind: 'kind_order', headline: 'headline_key', source: 'source_key', editor: 'editor_key',
  stage: 'stage_order', characters: 'characters',
}

interface Parameters { kind: string | null, stage: string | null }

/** Pages of the story list, each sort from its own covering index. */
export function storyListRepository(db: Db) {
  const totals = totalCache(db)
  const matching = db.prepare<[string], StoryNumber>('SELECT rowid FROM story_index WHERE story_index MATCH ?').pluck()
  const byNumber = db.prepare<[StoryNumber], SummaryRow>(`SELECT ${summaryColumns} FROM ${summaryTables} WHERE number = ?`)

  function wholePage(query: StoryQuery): StoryPage {
    const where = conditions(query)
    const parameters = { kind: query.kind, stage: query.stage }
    const total = totals(where, parameters)
    const rows = db.prepare<[Parameters & Window], SummaryRow>(pageSql(query, where, isBackwards(query, total)))
      .all({ ...parameters, ...windowOf(query, total) })
    return { total, stories: (isBackwards(query, total) ? rows.reverse() : rows).map(toSummary) }
  }

  /**
   * The list's numbers in order and those the index finds are read as they lie and compared here: a frequent word is in most
   * stories, and SQLite would look each of them up one by one, for the count and again for the page.
   */
  function filteredPage(query: StoryQuery, words: string): StoryPage {
    const found = new Set(matching.all(words))
    if (found.size === 0) return { total: 0, stories: [] }
    const numbers = db.prepare<[Parameters], StoryNumber>(`SELECT number FROM stories WHERE ${conditions(query)} ORDER BY ${orderOf(query)}`).pluck()
      .all({ kind: query.kind, stage: query.stage }).filter(number => found.has(number))
    const rows = numbers.slice(query.offset, query.offset + query.limit).map(number => byNumber.get(number)).filter(row => row !== undefined)
    return { total: numbers.length, stories: rows.map(toSummary) }
  }

  return {
    page(query: StoryQuery): StoryPage {
      const words = indexQuery(query.filter)
      return words === undefined ? wholePage(query) : filteredPage(query, words)
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

function conditions({ where, kind, stage }: StoryQuery): string {
  return [
    where === 'desk' ? 'binned_at IS NULL' : 'binned_at IS NOT NULL',
    kind ? 'kind = @kind' : '',
    stage ? 'stage = @stage' : '',
  ].filter(condition => condition !== '').join(' AND ')
}

function orderOf({ sort, descending }: StoryQuery, backwards = false): string {
  const direction = descending === backwards ? 'ASC' : 'DESC'
  return `${sortColumns[sort]} ${direction}, number ${direction}`
}

function pageSql(query: StoryQuery, where: string, backwards: boolean): string {
  const order = orderOf(query, backwards)
  return `
    SELECT ${summaryColumns} FROM ${summaryTables}
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
