import { AppError } from '../../common/ipc/errors'
import type { Db } from './connection'
import { migrations, type Migration } from './migrations'

/** Marks the file as a Qingyang library: "QYLB". */
export const applicationId = 0x51594C42

export function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Refuses files that are no library and libraries of a newer program, before anything is written to them. */
export function assertKnown(db: Db, known: readonly Migration[] = migrations): void {
  const version = schemaVersion(db)
  const id = Number(db.pragma('application_id', { simple: true }))
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (id !== applicationId && !isEmpty) throw new AppError('damaged-library', 'The file is no Qingyang library', { cause: 'not-a-library' })
  if (version > known.length) {
    throw new AppError('newer-library', `The library was written by a newer version (format ${version}, this program knows ${known.length})`,
      { format: version, known: known.length })
  }
}

/** Brings the library to the newest format, each step in a transaction with its record. */
export function migrate(db: Db, known: readonly Migration[] = migrations): void {
  for (let version = schemaVersion(db) + 1; version <= known.length; version++) apply(db, version, known[version - 1]!)
}

function apply(db: Db, version: number, { name, up }: Migration): void {
  db.transaction(() => {
    db.exec('CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT')
    up(db)
    db.prepare('INSERT INTO migrations (version, name, applied_at) VALUES (?, ?, ?)').run(version, name, Date.now())
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${version}`)
  }).immediate()
}
