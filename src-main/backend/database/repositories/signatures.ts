import type { Signature, SignedCheck } from '../../../common/workflow/signature'
import type { Db } from '../connection'
import type { StoryNumber } from './rows'

type SignatureRow = Omit<Signature, 'check'> & { checked: string }

/** The signed record of each story's way. */
export function signatureRepository(db: Db) {
  const insert = db.prepare<[SignatureRow & { story: StoryNumber }]>(`
    INSERT INTO story_signatures (story, position, action, person, role, code, stage, to_stage, opinion, at, version, state_hash, checked, previous, hash)
    VALUES (@story, @position, @action, @person, @role, @code, @stage, @to, @opinion, @at, @version, @stateHash, @checked, @previous, @hash)`)
  const ofStory = db.prepare<[StoryNumber], SignatureRow>(`
    SELECT position, action, person, role, code, stage, to_stage AS "to", opinion, at, version, state_hash AS stateHash, checked, previous, hash
    FROM story_signatures WHERE story = ? ORDER BY position`)

  return {
    add: (story: StoryNumber, { check, ...signature }: Signature): void => { insert.run({ ...signature, story, checked: check ? JSON.stringify(check) : '' }) },
    /** Oldest first. */
    ofStory: (story: StoryNumber): Signature[] => ofStory.all(story).map(({ checked, ...signature }) => ({ ...signature, check: readCheck(checked) })),
  }
}
export type SignatureRepository = ReturnType<typeof signatureRepository>

/** What is no longer JSON reads as no check at all; then the signature's hash tells. */
function readCheck(checked: string): SignedCheck | null {
  try {
    return checked === '' ? null : JSON.parse(checked) as SignedCheck
  } catch {
    return null
  }
}
