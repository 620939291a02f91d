import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../common/ipc/errors'

/** Writes a file beside its target, syncs it and renames it into place: the target is the old file or the whole new one. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}`)
  try {
    await writeSynced(beside, bytes)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw refusal(error, basename(path))
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

function refusal(error: unknown, name: string): unknown {
  const cause = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (cause === 'ENOSPC') return new AppError('disk-full', `No room for ${name}`, { name })
  return cause === '' ? error : new AppError('storage-failed', `${name} cannot be written: ${cause}`, { name, cause })
}
