import type { Writer } from '../../../common/authorship/writers'
import type { Db } from '../connection'
import type { StoryNumber } from './rows'

/** Who wrote what in each story. */
export function writerRepository(db: Db) {
  const insert = db.prepare<[Writer & { story: StoryNumber }]>(`
    INSERT OR IGNORE INTO story_writers (story, client, clock, person, role, at) VALUES (@story, @client, @clock, @person, @role, @at)`)
  const ofStory = db.prepare<[StoryNumber], Writer>('SELECT client, clock, person, role, at FROM story_writers WHERE story = ? ORDER BY client, clock')
  const last = db.prepare<[StoryNumber, number], Writer>('SELECT client, clock, person, role, at FROM story_writers WHERE story = ? AND client = ? ORDER BY clock DESC LIMIT 1')

  return {
    add: (story: StoryNumber, writer: Writer): void => { insert.run({ ...writer, story }) },
    ofStory: (story: StoryNumber): Writer[] => ofStory.all(story),
    last: (story: StoryNumber, client: number): Writer | undefined => last.get(story, client),
  }
}
export type WriterRepository = ReturnType<typeof writerRepository>
