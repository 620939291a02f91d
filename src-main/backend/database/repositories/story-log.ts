import type { Db } from '../connection'
import type { StoryNumber } from './rows'

export interface LoggedUpdate { sequence: number, payload: Uint8Array }
export interface Snapshot { sequence: number, state: Uint8Array }

/** The append-only log of Yjs updates of each story, and the snapshot that stands for its beginning. */
export function storyLogRepository(db: Db) {
  const advance = db.prepare<{ number: StoryNumber, rows: number, now: number }, { sequence: number }>(`
    UPDATE stories SET last_sequence = last_sequence + @rows, updated_at = @now WHERE number = @number RETURNING last_sequence AS sequence`)
  const insert = db.prepare<[StoryNumber, number, Uint8Array, string, number]>(
    'INSERT INTO story_updates (story, sequence, payload, person, at) VALUES (?, ?, ?, ?, ?)')
  const updates = db.prepare<[StoryNumber, number], LoggedUpdate>(
    'SELECT sequence, payload FROM story_updates WHERE story = ? AND sequence > ? ORDER BY sequence')
  const snapshot = db.prepare<[StoryNumber], Snapshot>('SELECT sequence, state FROM story_snapshots WHERE story = ?')
  const size = db.prepare<[StoryNumber], { rows: number, bytes: number }>(
    'SELECT count(*) AS rows, coalesce(sum(length(payload)), 0) AS bytes FROM story_updates WHERE story = ?')
  const replaceSnapshot = db.prepare<[StoryNumber, number, Uint8Array, number]>(
    'INSERT OR REPLACE INTO story_snapshots (story, sequence, state, at) VALUES (?, ?, ?, ?)')
  const forget = db.prepare<[StoryNumber, number]>('DELETE FROM story_updates WHERE story = ? AND sequence <= ?')

  return {
    /** Adds updates to the log and returns the number of the last row; `now` becomes the story's time of change. */
    append(number: StoryNumber, payloads: readonly Uint8Array[], person: string, now: number): number {
      const { sequence } = advance.get({ number, rows: payloads.length, now })!
      const before = sequence - payloads.length
      for (const [index, payload] of payloads.entries()) insert.run(number, before + index + 1, payload, person, now)
      return sequence
    },
    /** Everything needed to rebuild the story, oldest first. */
    read(number: StoryNumber): { snapshot: Snapshot | undefined, updates: LoggedUpdate[] } {
      const found = snapshot.get(number)
      return { snapshot: found, updates: updates.all(number, found?.sequence ?? 0) }
    },
    size: (number: StoryNumber) => size.get(number)!,
    /** Lets `state` stand for the log up to and with row `sequence`; to be called in one transaction with the reading. */
    compact(number: StoryNumber, sequence: number, state: Uint8Array, now: number): void {
      replaceSnapshot.run(number, sequence, state, now)
      forget.run(number, sequence)
    },
  }
}
export type StoryLogRepository = ReturnType<typeof storyLogRepository>
