import type { ReadError, Reading, StoryFacts } from '../../../common/proofreading/error-report'
import type { FoundError } from '../../../common/proofreading/error-rate'
import { proofStages, reviewStages } from '../../../common/workflow/workflow'
import type { Db } from '../connection'
import type { StoryNumber } from './rows'

/** An error as it is kept; its weight depends on the others of its issue. */
export type ErrorRow = Omit<FoundError, 'weight' | 'issue'>

export interface Period { from: number, to: number } // Unix milliseconds, `to` not within

/** What reviews and proofs found, and which stories they read. */
export function errorRepository(db: Db) {
  const ofStory = db.prepare<[StoryNumber], ErrorRow>('SELECT id, kind, class, removed, added, part, person, pass, at FROM story_errors WHERE story = ? ORDER BY at, id')
  const clear = db.prepare<[StoryNumber]>('DELETE FROM story_errors WHERE story = ?')
  const insert = db.prepare<[ErrorRow & { story: StoryNumber }]>(`
    INSERT INTO story_errors (story, id, at, pass, person, kind, class, part, removed, added)
    VALUES (@story, @id, @at, @pass, @person, @kind, @class, @part, @removed, @added)`)
  const found = db.prepare<[Period], ReadError>('SELECT story, pass, person, at, class, part, removed, added FROM story_errors WHERE at >= @from AND at < @to ORDER BY at, story, id')
  const signed = db.prepare<[Period], Reading>(`
    SELECT story, stage AS pass, person, at FROM story_signatures
    WHERE at >= @from AND at < @to AND action = 'sign' AND stage IN (${[...reviewStages, ...proofStages].map(stage => `'${stage}'`).join(', ')})`)
  const facts = db.prepare<[number], StoryFacts>('SELECT id, headline, desk, whole_characters AS characters, issue FROM stories WHERE number = ? AND binned_at IS NULL')

  return {
    /** Oldest first. */
    ofStory: (story: StoryNumber): ErrorRow[] => ofStory.all(story),
    /** Makes these the errors of a story; writes nothing when they are that already. */
    replace(story: StoryNumber, errors: readonly ErrorRow[]): void {
      if (isSame(ofStory.all(story), errors)) return
      clear.run(story)
      for (const error of errors) insert.run({ ...error, story })
    },
    /** What was found in a period, in the order in which it was found. */
    found: (period: Period): Iterable<ReadError> => found.all(period),
    /** Which reviews and proofs were signed in a period. */
    signed: (period: Period): Iterable<Reading> => signed.all(period),
    /** Undefined for a story in the bin. */
    facts: (story: number): StoryFacts | undefined => facts.get(story),
  }
}
export type ErrorRepository = ReturnType<typeof errorRepository>

export const isSame = (a: readonly ErrorRow[], b: readonly ErrorRow[]): boolean => a.length === b.length && a.every((row, index) => keyOf(row) === keyOf(b[index]!))

const keyOf = ({ id, kind, class: of, removed, added, part, person, pass, at }: ErrorRow) => JSON.stringify([id, kind, of, removed, added, part, person, pass, at])
