import type { StoryLock } from '../../../common/workflow/review-state'
import type { Db } from '../connection'
import type { StoryNumber } from './rows'

/** Who works on which story. */
export function lockRepository(db: Db) {
  const take = db.prepare<[StoryNumber, string, number]>('INSERT INTO story_locks (story, person, since) VALUES (?, ?, ?) ON CONFLICT (story) DO NOTHING')
  const find = db.prepare<[StoryNumber], StoryLock>('SELECT person, since FROM story_locks WHERE story = ?')
  const release = db.prepare<[StoryNumber]>('DELETE FROM story_locks WHERE story = ?')

  return {
    /** Takes the lock when nobody has it. */
    take: (story: StoryNumber, person: string, now: number): void => { take.run(story, person, now) },
    of: (story: StoryNumber): StoryLock | undefined => find.get(story),
    release: (story: StoryNumber): void => { release.run(story) },
  }
}
