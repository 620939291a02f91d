import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../common/ipc/errors'
import { backUpDatabase } from './backup'
import { connectDatabase, connectReading, type Db } from './connection'
import { lockLibrary } from './lock'
import { assertKnown, migrate, schemaVersion } from './migrate'
import { migrations, type Migration } from './migrations'
import { outsideChanges } from './outside-changes'
import { asStorageError } from './storage-error'

/** An open library file. Without the lock, stories may be added and read but not changed. */
export interface OpenedLibrary {
  db: Db
  folder: string
  isWriter: boolean
  /** Whether another process has written to it since this was asked, or since it was opened. */
  isChangedOutside(): boolean
  close(): void
}

export interface OpenOptions {
  lockWait?: number // milliseconds to wait for another process to let go
  mustExist?: boolean // refuse with `not-found` instead of making a library
  known?: readonly Migration[]
}

export const libraryFile = 'library.db'

/** Opens the library in `folder`, making or migrating it first. Rejects with `not-found`, `newer-library`, `damaged-library`, `storage-failed`, `disk-full`. */
export async function openLibrary(folder: string, { lockWait = 3000, mustExist = false, known = migrations }: OpenOptions = {}): Promise<OpenedLibrary> {
  if (mustExist && !existsSync(join(folder, libraryFile))) throw new AppError('not-found', `No library in ${folder}`, { folder })
  try {
    return await open(folder, lockWait, known)
  } catch (error) {
    throw asStorageError(error)
  }
}

async function open(folder: string, lockWait: number, known: readonly Migration[]): Promise<OpenedLibrary> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, libraryFile)
  if (existsSync(file)) refuseUnknown(file, known)
  const lock = lockLibrary(join(folder, 'library.lock'), lockWait)
  let db: Db | undefined
  try {
    db = connectDatabase(file)
    await bringUpToDate(db, folder, lock !== undefined, known)
  } catch (error) {
    db?.close()
    lock?.release()
    throw error
  }
  const opened = db
  return { db, folder, isWriter: lock !== undefined, isChangedOutside: outsideChanges(db), close: () => { opened.close(); lock?.release() } }
}

/** Looks before any connection could write: a file of a newer program stays as it is. */
function refuseUnknown(file: string, known: readonly Migration[]): void {
  const db = connectReading(file)
  try {
    assertKnown(db, known)
  } finally {
    db.close()
  }
}

async function bringUpToDate(db: Db, folder: string, isWriter: boolean, known: readonly Migration[]): Promise<void> {
  const version = schemaVersion(db)
  if (version === known.length) return
  if (!isWriter) throw new AppError('read-only', 'The library is in use by another process and cannot be upgraded now', { cause: 'upgrade' })
  if (version > 0) await backUpDatabase(db, join(folder, `library-format-${version}-${Date.now()}.db`))
  migrate(db, known)
}
