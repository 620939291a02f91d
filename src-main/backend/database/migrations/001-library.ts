import type { Db } from '../connection'

/** Stories as logs of Yjs updates, with what lists and search derive from them; versions, pictures, imports, settings. */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE stories (
      number             INTEGER PRIMARY KEY,
      id                 TEXT NOT NULL UNIQUE,
      stage              TEXT NOT NULL DEFAULT 'draft',
      stage_order        INTEGER NOT NULL DEFAULT 0,
      created_at         INTEGER NOT NULL,             -- Unix time, milliseconds, as all times here
      updated_at         INTEGER NOT NULL,             -- last edit of text or slip
      binned_at          INTEGER,
      last_sequence      INTEGER NOT NULL DEFAULT 0,   -- of the newest row of the log
      projected_sequence INTEGER NOT NULL DEFAULT -1,  -- the row of the log the columns below were derived from
      kind               TEXT NOT NULL DEFAULT 'news',
      kind_order         INTEGER NOT NULL DEFAULT 0,
      headline           TEXT NOT NULL DEFAULT '',
      headline_key       TEXT NOT NULL DEFAULT '',     -- sorts in binary order as a dictionary does: by pinyin
      short_title        TEXT NOT NULL DEFAULT '',
      source             TEXT NOT NULL DEFAULT '',
      source_key         TEXT NOT NULL DEFAULT '',
      editor             TEXT NOT NULL DEFAULT '',
      editor_key         TEXT NOT NULL DEFAULT '',
      section            TEXT NOT NULL DEFAULT '',
      page               TEXT NOT NULL DEFAULT '',
      priority           TEXT NOT NULL DEFAULT 'normal',
      characters         INTEGER NOT NULL DEFAULT 0,
      planned_length     INTEGER,
      indexed_words      TEXT NOT NULL DEFAULT ''      -- SHA-256 of what the search index holds
    ) STRICT;
    CREATE INDEX stories_by_updated_at ON stories (updated_at, number, kind, stage) WHERE binned_at IS NULL;
    CREATE INDEX stories_by_kind       ON stories (kind_order, number, kind, stage) WHERE binned_at IS NULL;
    CREATE INDEX stories_by_headline   ON stories (headline_key, number, kind, stage) WHERE binned_at IS NULL;
    CREATE INDEX stories_by_source     ON stories (source_key, number, kind, stage) WHERE binned_at IS NULL;
    CREATE INDEX stories_by_editor     ON stories (editor_key, number, kind, stage) WHERE binned_at IS NULL;
    CREATE INDEX stories_by_stage      ON stories (stage_order, number, kind, stage) WHERE binned_at IS NULL;
    CREATE INDEX stories_by_characters ON stories (characters, number, kind, stage) WHERE binned_at IS NULL;
    CREATE INDEX stories_by_binned_at  ON stories (binned_at) WHERE binned_at IS NOT NULL;
    CREATE INDEX stories_by_staleness  ON stories (number) WHERE projected_sequence < last_sequence;

    CREATE TABLE story_updates (
      story    INTEGER NOT NULL REFERENCES stories (number) ON DELETE CASCADE,
      sequence INTEGER NOT NULL,
      payload  BLOB NOT NULL,                          -- Yjs update, version 1 encoding
      person   TEXT NOT NULL,
      at       INTEGER NOT NULL,
      PRIMARY KEY (story, sequence)
    ) STRICT;

    CREATE TABLE story_snapshots (
      story    INTEGER PRIMARY KEY REFERENCES stories (number) ON DELETE CASCADE,
      sequence INTEGER NOT NULL,                       -- the log up to and with this row
      state    BLOB NOT NULL,
      at       INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE story_versions (
      id         TEXT PRIMARY KEY,
      story      INTEGER NOT NULL REFERENCES stories (number) ON DELETE CASCADE,
      name       TEXT NOT NULL,
      reason     TEXT NOT NULL,
      author     TEXT NOT NULL,
      stage      TEXT NOT NULL,
      headline   TEXT NOT NULL,
      characters INTEGER NOT NULL,
      state      BLOB NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX story_versions_by_story ON story_versions (story, created_at);
    CREATE TRIGGER story_versions_are_immutable BEFORE UPDATE ON story_versions
      BEGIN SELECT RAISE(ABORT, 'A version never changes'); END;

    CREATE TABLE story_imports (
      story    INTEGER PRIMARY KEY REFERENCES stories (number) ON DELETE CASCADE,
      file     TEXT NOT NULL,
      dropped  TEXT NOT NULL,                          -- JSON: lines left out, with the reason
      warnings TEXT NOT NULL,                          -- JSON
      at       INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE pictures (
      hash       TEXT PRIMARY KEY,                     -- SHA-256 of the file, its name on disk
      media_type TEXT NOT NULL,
      width      INTEGER NOT NULL,
      height     INTEGER NOT NULL,
      bytes      INTEGER NOT NULL,
      added_at   INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE settings (
      name  TEXT PRIMARY KEY,
      value TEXT NOT NULL                              -- JSON
    ) STRICT;

    CREATE VIRTUAL TABLE story_index USING fts5(words, content = '', contentless_delete = 1, tokenize = 'ascii');
  `)
}
