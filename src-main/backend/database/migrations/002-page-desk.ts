import type { Db } from '../connection'

/** The newsroom's own page formats, planned pages with their stories, and what lists need for length caps. */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE page_formats (
      id          TEXT PRIMARY KEY,
      name        TEXT NOT NULL,
      trim_width  REAL NOT NULL,                       -- mm, as type area and bleed
      trim_height REAL NOT NULL,
      type_width  REAL NOT NULL,
      type_height REAL NOT NULL,
      columns     INTEGER NOT NULL,
      characters  INTEGER NOT NULL,                    -- per line of one column
      lines       INTEGER NOT NULL,                    -- per column
      gutter      REAL NOT NULL,                       -- characters
      body_size   REAL NOT NULL,                       -- pt
      line_pitch  REAL NOT NULL,                       -- pt
      bleed       REAL NOT NULL,
      added_at    INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE page_plans (
      id         TEXT PRIMARY KEY,
      format     TEXT NOT NULL,                        -- a built-in format or one of page_formats
      template   TEXT NOT NULL,
      paper      TEXT NOT NULL,
      date       TEXT NOT NULL,                        -- YYYY-MM-DD, or empty
      number     TEXT NOT NULL,                        -- 版次
      section    TEXT NOT NULL,
      editor     TEXT NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX page_plans_by_updated_at ON page_plans (updated_at);

    CREATE TABLE page_placements (
      plan         TEXT NOT NULL REFERENCES page_plans (id) ON DELETE CASCADE,
      position     INTEGER NOT NULL,                   -- order on the page
      story        INTEGER NOT NULL REFERENCES stories (number) ON DELETE CASCADE,
      first_column INTEGER NOT NULL,
      columns      INTEGER NOT NULL,
      first_line   INTEGER NOT NULL,
      lines        INTEGER NOT NULL,
      broken       INTEGER NOT NULL,
      remainder    TEXT NOT NULL,
      PRIMARY KEY (plan, position),
      UNIQUE (plan, story)
    ) STRICT;
    CREATE INDEX page_placements_by_story ON page_placements (story);

    ALTER TABLE stories ADD COLUMN rank TEXT NOT NULL DEFAULT '';   -- whose length cap applies
    ALTER TABLE stories ADD COLUMN format TEXT NOT NULL DEFAULT ''; -- the page format of its place
    UPDATE stories SET projected_sequence = -1 WHERE kind = 'meeting-report'; -- only these have a rank by themselves: derived again at the next start
  `)
}
