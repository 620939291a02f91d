import type { Signature } from '../../../common/workflow/signature'
import type { Db } from '../connection'
import type { StoryNumber } from './rows'

/** The signed record of each story's way. */
export function signatureRepository(db: Db) {
  const insert = db.prepare<[Signature & { story: StoryNumber }]>(`
    INSERT INTO story_signatures (story, position, action, person, role, code, stage, to_stage, opinion, at, version, state_hash, previous, hash)
    VALUES (@story, @position, @action, @person, @role, @code, @stage, @to, @opinion, @at, @version, @stateHash, @previous, @hash)`)
  const ofStory = db.prepare<[StoryNumber], Signature>(`
    SELECT position, action, person, role, code, stage, to_stage AS "to", opinion, at, version, state_hash AS stateHash, previous, hash
    FROM story_signatures WHERE story = ? ORDER BY position`)

  return {
    add: (story: StoryNumber, signature: Signature): void => { insert.run({ ...signature, story }) },
    /** Oldest first. */
    ofStory: (story: StoryNumber): Signature[] => ofStory.all(story),
  }
}
export type SignatureRepository = ReturnType<typeof signatureRepository>
