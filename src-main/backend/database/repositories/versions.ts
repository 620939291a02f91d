import type { StoryId, Version, VersionId } from '../../../common/story/story'
import type { Db } from '../connection'
import type { StoryNumber } from './rows'

export type NewVersion = Version & { story: StoryNumber, state: Uint8Array }

const columns = 'id, name, reason, author, stage, created_at AS createdAt, headline, characters'

/** Immutable snapshots with author, time and reason. */
export function versionRepository(db: Db) {
  const insert = db.prepare<[NewVersion]>(`
    INSERT INTO story_versions (id, story, name, reason, author, stage, headline, characters, state, created_at)
    VALUES (@id, @story, @name, @reason, @author, @stage, @headline, @characters, @state, @createdAt)`)
  const ofStory = db.prepare<[StoryNumber], Version>(`SELECT ${columns} FROM story_versions WHERE story = ? ORDER BY created_at DESC, rowid DESC`)
  const state = db.prepare<[VersionId, StoryId], { state: Uint8Array }>(`
    SELECT state FROM story_versions WHERE id = ? AND story = (SELECT number FROM stories WHERE id = ?)`)

  const states = db.prepare<[StoryNumber], { id: VersionId, state: Uint8Array }>('SELECT id, state FROM story_versions WHERE story = ?')

  const reading = db.prepare<[StoryNumber], { found: 1 }>(`SELECT 1 AS found FROM story_versions WHERE story = ? AND reason = 'reading' LIMIT 1`)

  return {
    /** Whether the story came in a package for reading only. */
    isForReading: (story: StoryNumber): boolean => reading.get(story) !== undefined,
    add: (version: NewVersion): void => { insert.run(version) },
    /** Newest first. */
    ofStory: (story: StoryNumber): Version[] => ofStory.all(story),
    states: (story: StoryNumber) => states.all(story),
    state: (story: StoryId, version: VersionId): Uint8Array | undefined => state.get(version, story)?.state,
  }
}
export type VersionRepository = ReturnType<typeof versionRepository>
