import type { SortKey, StoryPage, StoryQuery } from '../../../common/story/story'
import type { Db } from '../connection'
import { indexQuery } from '../search-text'
import { summaryColumns, summaryTables, toSummary, type StoryNumber, type SummaryRow } from './rows'

const sortColumns: Record<SortKey, string> = {
  updatedAt: 'updated_at', kind: 'kind_order', headline: 'headline_key', source: 'source_key', editor: 'editor_key',
  stage: 'stage_order', characters: 'characters',
}

interface Parameters { kind: string | null, stage: string | null }

const mostKept = 20

/** Pages of the story list, each sort from its own covering index. */
export function storyListRepository(db: Db) {
  const totals = keptUntilWritten<number>(db)
  const orders = keptUntilWritten<StoryNumber[]>(db)
  const matching = db.prepare<[string], StoryNumber>('SELECT rowid FROM story_index WHERE story_index MATCH ? ORDER BY rowid').pluck()
  const byNumber = db.prepare<[StoryNumber], SummaryRow>(`SELECT ${summaryColumns} FROM ${summaryTables} WHERE number = ?`)

  function wholePage(query: StoryQuery): StoryPage {
    const where = conditions(query)
    const parameters = { kind: query.kind, stage: query.stage }
    const total = totals(JSON.stringify([where, parameters]), () => count(db, where, parameters))
    const rows = db.prepare<[Parameters & Window], SummaryRow>(pageSql(query, where, isBackwards(query, total)))
      .all({ ...parameters, ...windowOf(query, total) })
    return { total, stories: (isBackwards(query, total) ? rows.reverse() : rows).map(toSummary) }
  }

  /**
   * The list's numbers in order and those the index finds are read as they lie and compared here: a frequent word is in most
   * stories, and SQLite would look each of them up one by one, for the count and again for the page. The order stays while somebody types a filter.
   */
  function filteredPage(query: StoryQuery, words: string): StoryPage {
    const isFound = among(matching.all(words))
    const numbers = orders(JSON.stringify([conditions(query), query.kind, query.stage, orderOf(query)]), () => inOrder(db, query)).filter(isFound)
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

/** Whether a number is one of these, which rise: a flag each, since for many thousands a set would take longer to fill than the index to search. */
function among(numbers: readonly StoryNumber[]): (number: StoryNumber) => boolean {
  const flags = new Uint8Array(1 + (numbers.at(-1) ?? 0))
  for (const number of numbers) flags[number] = 1
  return number => flags[number] === 1
}

/** What takes a walk along the list is kept until anything is written, here or by another process; no more than a few of them. */
function keptUntilWritten<Value>(db: Db) {
  const known = new Map<string, Value>()
  let seen = ''

  return (key: string, read: () => Value): Value => {
    const now = writesSeen(db)
    if (now !== seen || known.size >= mostKept) known.clear()
    seen = now
    const value = known.get(key) ?? read()
    known.set(key, value)
    return value
  }
}

function writesSeen(db: Db): string {
  const changes = db.prepare<[], { changes: number }>('SELECT total_changes() AS changes').get()!.changes
  return `${String(db.pragma('data_version', { simple: true }))}/${changes}`
}

function inOrder(db: Db, query: StoryQuery): StoryNumber[] {
  return db.prepare<[Parameters], StoryNumber>(`SELECT number FROM stories WHERE ${conditions(query)} ORDER BY ${orderOf(query)}`).pluck().all({ kind: query.kind, stage: query.stage })
}

function count(db: Db, where: string, parameters: Parameters): number {
  return db.prepare<[Parameters], { total: number }>(`SELECT count(*) AS total FROM stories WHERE ${where}`).get(parameters)!.total
}
