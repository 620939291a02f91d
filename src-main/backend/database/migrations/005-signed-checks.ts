import type { Db } from '../connection'

/** Signed 核红 lists in the record of signatures, and the hash that the record of each story ends with. */
export function up(db: Db): void {
  db.exec(`
    ALTER TABLE story_signatures ADD COLUMN checked TEXT NOT NULL DEFAULT ''; -- JSON: the earlier proof, hashes of both and of the list, the list; empty for other deeds
    ALTER TABLE stories ADD COLUMN signed_hash TEXT NOT NULL DEFAULT '';      -- of the last signature: one taken off the end is missed
    UPDATE stories SET signed_hash = coalesce((SELECT hash FROM story_signatures WHERE story = number ORDER BY position DESC LIMIT 1), '');
  `)
}
