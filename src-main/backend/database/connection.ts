import Database from 'better-sqlite3'

export type Db = Database.Database

const fullSync = 2 // PRAGMA synchronous = FULL
const busyMilliseconds = 5000

/**
 * Opens the library file for the one writer or a reader. Every connection of the program is made in this file, and each that may write syncs in full,
 * so that what is acknowledged is on the disk, whatever happens to the machine a moment later.
 */
export function connectDatabase(file: string): Db {
  return connect(file, { timeout: busyMilliseconds }, db => {
    db.pragma('journal_mode = WAL')
    db.pragma('foreign_keys = ON')
    db.pragma('journal_size_limit = 67108864')
    assertDurable(db)
  })
}

/** A library that is only looked at: nothing of it is changed, its journal included. */
export const connectReading = (file: string): Db => connect(file, { readonly: true }, () => undefined)

/** A library's copy, made one file that can be copied on as it is. */
export const connectCopy = (file: string): Db => connect(file, {}, db => { db.pragma('journal_mode = DELETE') })

/** The file whose transaction is the library's lock. Nothing is ever written to it, and while it is locked no pragma can be set. */
export const connectLock = (file: string, waitMilliseconds: number): Db => new Database(file, { timeout: waitMilliseconds })

function connect(file: string, options: Database.Options, prepare: (db: Db) => void): Db {
  const db = new Database(file, options)
  try {
    db.pragma('synchronous = FULL')
    assertSynchronous(db)
    prepare(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** SQLite may be built to start WAL with NORMAL, which loses acknowledged text when the power fails. */
export function assertDurable(db: Db): void {
  const mode = db.pragma('journal_mode', { simple: true })
  if (mode !== 'wal') throw new Error(`The library must be written with WAL, not ${String(mode)}`)
  assertSynchronous(db)
}

function assertSynchronous(db: Db): void {
  const synchronous = db.pragma('synchronous', { simple: true })
  if (synchronous !== fullSync) throw new Error(`The library must be written with synchronous = FULL, not ${String(synchronous)}`)
}
