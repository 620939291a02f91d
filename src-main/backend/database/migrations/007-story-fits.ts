import type { Db } from '../connection'

/** How each story with a place of its own filled it when it was last set. */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE story_fits (
      story       INTEGER PRIMARY KEY REFERENCES stories (number) ON DELETE CASCADE,
      sequence    INTEGER NOT NULL,                    -- the row of the log that was set
      template    TEXT NOT NULL,
      page_format TEXT NOT NULL,                       -- of its place; empty: a slot on no page
      capacity    INTEGER NOT NULL,                    -- lines of one column, as all here
      set_lines   INTEGER NOT NULL,
      over        INTEGER NOT NULL,
      spare       INTEGER NOT NULL
    ) STRICT;
  `)
}
