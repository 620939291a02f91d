import type { Db } from '../connection'

/** The story template by which a page sets each of its stories; until now all were set plainly. */
export function up(db: Db): void {
  db.exec(`ALTER TABLE page_placements ADD COLUMN template TEXT NOT NULL DEFAULT 'slot'`)
}
