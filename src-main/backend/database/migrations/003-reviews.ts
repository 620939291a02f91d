import type { Db } from '../connection'

/** People of this library, the signed record of each story's way, and who works on which story. */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE people (
      name       TEXT PRIMARY KEY,
      role       TEXT NOT NULL,
      code       TEXT NOT NULL,
      pin        TEXT NOT NULL,                        -- salt and scrypt hash in hex, divided by a colon; empty: none
      seated_at  INTEGER NOT NULL                      -- when they last took the desk
    ) STRICT;

    CREATE TABLE story_signatures (
      story      INTEGER NOT NULL REFERENCES stories (number) ON DELETE CASCADE,
      position   INTEGER NOT NULL,                     -- in the story's record, from 1
      action     TEXT NOT NULL,
      person     TEXT NOT NULL,                        -- as they were called then; people may leave
      role       TEXT NOT NULL,
      code       TEXT NOT NULL,
      stage      TEXT NOT NULL,
      to_stage   TEXT NOT NULL,
      opinion    TEXT NOT NULL,
      at         INTEGER NOT NULL,
      version    TEXT NOT NULL REFERENCES story_versions (id),
      state_hash TEXT NOT NULL,                        -- SHA-256 in hex, as the next two
      previous   TEXT NOT NULL,                        -- hash of the row before, empty for the first
      hash       TEXT NOT NULL,
      PRIMARY KEY (story, position)
    ) STRICT;
    CREATE INDEX story_signatures_by_version ON story_signatures (version);
    CREATE TRIGGER story_signatures_are_immutable BEFORE UPDATE ON story_signatures
      BEGIN SELECT RAISE(ABORT, 'A signature never changes'); END;

    CREATE TABLE story_locks (
      story  INTEGER PRIMARY KEY REFERENCES stories (number) ON DELETE CASCADE,
      person TEXT NOT NULL,
      since  INTEGER NOT NULL
    ) STRICT;
  `)
}
