import { AppError, type ErrorCode } from '../../common/ipc/errors'

/** SQLite's and the system's failures a person can do something about; codes compare by their beginning. */
const kinds: readonly [string, ErrorCode][] = [
  ['SQLITE_FULL', 'disk-full'], ['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'],
  ['SQLITE_CORRUPT', 'damaged-library'], ['SQLITE_NOTADB', 'damaged-library'],
  ['SQLITE_IOERR', 'storage-failed'], ['SQLITE_READONLY', 'storage-failed'], ['SQLITE_CANTOPEN', 'storage-failed'],
  ['SQLITE_BUSY', 'storage-failed'], ['SQLITE_LOCKED', 'storage-failed'], ['SQLITE_PERM', 'storage-failed'],
  ['EACCES', 'storage-failed'], ['EPERM', 'storage-failed'], ['EROFS', 'storage-failed'], ['EIO', 'storage-failed'],
  ['EBUSY', 'storage-failed'], ['ENOTDIR', 'storage-failed'], ['EEXIST', 'storage-failed'], ['EMFILE', 'storage-failed'],
]

/** A failure of the disk or of SQLite as the refusal it is; anything else comes back as it was. */
export function asStorageError(error: unknown): unknown {
  const cause = codeOf(error)
  const kind = cause && kinds.find(([beginning]) => cause.startsWith(beginning))
  return kind ? new AppError(kind[1], (error as Error).message, { cause }) : error
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** Runs `work`; its storage failures come out as `AppError`. */
export function storing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asStorageError(error)
  }
}
