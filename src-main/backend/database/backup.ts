import { existsSync, rmSync } from 'node:fs'
import { AppError } from '../../common/ipc/errors'
import { connectCopy, type Db } from './connection'
import { renameSynced } from './rename-synced'

/**
 * Copies the open library to `file`, checks the copy, has it on the disk, and only then gives it its name.
 * Never replaces a file that is there.
 */
export async function backUpDatabase(db: Db, file: string): Promise<void> {
  if (existsSync(file)) throw new AppError('storage-failed', `${file} exists already`, { file, cause: 'exists' })
  const partial = `${file}.partial`
  rmSync(partial, { force: true })
  try {
    await db.backup(partial)
    checkCopy(partial)
    renameSynced(partial, file)
  } finally {
    for (const rest of [partial, `${partial}-wal`, `${partial}-shm`]) rmSync(rest, { force: true })
  }
}

function checkCopy(file: string): void {
  const copy = connectCopy(file)
  try {
    const answer = copy.pragma('integrity_check', { simple: true })
    if (answer !== 'ok') throw new AppError('damaged-library', `The copy fails its check: ${String(answer)}`, { cause: 'copy' })
  } finally {
    copy.close()
  }
}
