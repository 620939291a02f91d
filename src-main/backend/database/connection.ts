import Database from 'better-sqlite3'

export type Db = Database.Database

const fullSync = 2 // PRAGMA synchronous = FULL
const busyMilliseconds = 5000

/**
 * Opens the library file for the one writer or a reader. Every connection of the program is made here,
 * so that what is acknowledged is on the disk, whatever happens to the machine a moment later.
 */
export function connectDatabase(file: string): Db {
  const db = new Database(file, { timeout: busyMilliseconds })
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('journal_size_limit = 67108864')
    assertDurable(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** SQLite may be built to start WAL with NORMAL, which loses acknowledged text when the power fails. */
export function assertDurable(db: Db): void {
  const mode = db.pragma('journal_mode', { simple: true })
  const synchronous = db.pragma('synchronous', { simple: true })
  if (mode !== 'wal' || synchronous !== fullSync) {
    throw new Error(`The library must be written with WAL and synchronous = FULL, not ${String(mode)} and ${String(synchronous)}`)
  }
}
