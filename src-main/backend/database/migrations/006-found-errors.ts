import type { Db } from '../connection'

/** What reviews and proofs found, for the error rate of the whole library; derived from the stories' logs as the columns of lists are. */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE story_errors (
      story   INTEGER NOT NULL REFERENCES stories (number) ON DELETE CASCADE,
      id      TEXT NOT NULL,                           -- of the suggested change
      at      INTEGER NOT NULL,
      pass    TEXT NOT NULL,
      person  TEXT NOT NULL,
      kind    TEXT NOT NULL,                           -- of the change
      class   TEXT NOT NULL,                           -- of the error, guessed or chosen
      part    TEXT NOT NULL,                           -- type of the block it stood in
      removed TEXT NOT NULL,
      added   TEXT NOT NULL,
      PRIMARY KEY (story, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_errors_by_at ON story_errors (at);
    CREATE INDEX story_signatures_by_at ON story_signatures (at, action, stage, person, story); -- all that a report asks of them

    ALTER TABLE stories ADD COLUMN desk TEXT NOT NULL DEFAULT '';
    ALTER TABLE stories ADD COLUMN issue TEXT NOT NULL DEFAULT '';                -- day of publication, or empty
    ALTER TABLE stories ADD COLUMN whole_characters INTEGER NOT NULL DEFAULT 0;   -- of deck and body: what errors are held against
    UPDATE stories SET projected_sequence = -1;                                   -- all are derived again at the next start
  `)
}
