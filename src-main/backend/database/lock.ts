import Database from 'better-sqlite3'
import { connectLock } from './connection'

export interface LibraryLock { release(): void }

/**
 * The right to change stories that exist, held by one process at a time; undefined while another holds it.
 * It is an exclusive SQLite transaction on an empty file: the system lets go of it when the process dies.
 */
export function lockLibrary(file: string, waitMilliseconds: number): LibraryLock | undefined {
  const db = connectLock(file, waitMilliseconds)
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return undefined
    throw error
  }
  return { release: () => db.close() }
}
