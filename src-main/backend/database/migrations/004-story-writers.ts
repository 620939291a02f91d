import type { Db } from '../connection'

/** Who wrote what in each story: people by Yjs client and clock. */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE story_writers (
      story  INTEGER NOT NULL REFERENCES stories (number) ON DELETE CASCADE,
      client INTEGER NOT NULL,                         -- Yjs client
      clock  INTEGER NOT NULL,                         -- from here on, until the next row of the client
      person TEXT NOT NULL,                            -- empty: not known
      role   TEXT NOT NULL,
      at     INTEGER NOT NULL,
      PRIMARY KEY (story, client, clock)
    ) STRICT;
  `)
}
