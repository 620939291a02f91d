import { stages, type Stage, type StoryId, type StorySummary } from '../../../common/story/story'
import type { Db } from '../connection'
import { summaryColumns, summaryTables, toSummary, type StoryNumber, type SummaryRow } from './rows'

export interface StoryState { number: StoryNumber, lastSequence: number, projectedSequence: number, isBinned: boolean }

/** The rows of stories: making, finding, binning and deleting them. What is derived from their text is in `projections`. */
export function storyRepository(db: Db) {
  const insert = db.prepare<{ id: StoryId, now: number }, { number: StoryNumber }>(
    'INSERT INTO stories (id, created_at, updated_at) VALUES (@id, @now, @now) RETURNING number')
  const byId = db.prepare<[StoryId], SummaryRow>(`SELECT ${summaryColumns} FROM ${summaryTables} WHERE id = ?`)
  const byPrefix = db.prepare<[string, string], { id: StoryId }>('SELECT id FROM stories WHERE id >= ? AND id < ? LIMIT 2')
  const state = db.prepare<[StoryId], { number: StoryNumber, last: number, projected: number, binned: number }>(`
    SELECT number, last_sequence AS last, projected_sequence AS projected, binned_at IS NOT NULL AS binned FROM stories WHERE id = ?`)
  const pass = db.prepare<[Stage, number, string, StoryNumber]>('UPDATE stories SET stage = ?, stage_order = ?, signed_hash = ? WHERE number = ?')
  const signed = db.prepare<[StoryNumber], { hash: string }>('SELECT signed_hash AS hash FROM stories WHERE number = ?')
  const bin = db.prepare<[number, StoryId]>('UPDATE stories SET binned_at = ? WHERE id = ? AND binned_at IS NULL')
  const restore = db.prepare<[StoryId]>('UPDATE stories SET binned_at = NULL WHERE id = ?')
  const unindex = db.prepare<[StoryId]>('DELETE FROM story_index WHERE rowid = (SELECT number FROM stories WHERE id = ?)')
  const remove = db.prepare<[StoryId]>('DELETE FROM stories WHERE id = ?')
  const count = db.prepare<[], { stories: number, binned: number }>(
    'SELECT count(*) - count(binned_at) AS stories, count(binned_at) AS binned FROM stories')
  const after = db.prepare<[StoryNumber, number], { number: StoryNumber, id: StoryId }>('SELECT number, id FROM stories WHERE number > ? ORDER BY number LIMIT ?')

  return {
    add: (id: StoryId, now: number): StoryNumber => insert.get({ id, now })!.number,
    summary(id: StoryId): StorySummary | undefined {
      const row = byId.get(id)
      return row && toSummary(row)
    },
    state(id: StoryId): StoryState | undefined {
      const row = state.get(id)
      return row && { number: row.number, lastSequence: row.last, projectedSequence: row.projected, isBinned: row.binned === 1 }
    },
    /** The stories whose id begins so: at most two, enough to tell whether it is one. */
    startingWith: (prefix: string): StoryId[] => byPrefix.all(prefix, `${prefix}\uffff`).map(row => row.id),
    /** Where the story stands after the signature of this hash. */
    passTo: (number: StoryNumber, stage: Stage, signedHash: string): void => { pass.run(stage, stages.indexOf(stage), signedHash, number) },
    signedHash: (number: StoryNumber): string => signed.get(number)!.hash,
    moveToBin: (id: StoryId, now: number): void => { bin.run(now, id) },
    restore: (id: StoryId): void => { restore.run(id) },
    /** Log, snapshot, versions and import record go with the row. */
    remove(id: StoryId): void {
      unindex.run(id)
      remove.run(id)
    },
    count: () => count.get()!,
    /** The next `limit` stories in the order they were made. */
    after: (number: StoryNumber, limit: number) => after.all(number, limit),
  }
}
export type StoryRepository = ReturnType<typeof storyRepository>
