import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { isAppError } from '../../common/ipc/errors'
import { storing } from './storage-error'

const size = 8 * 1024 * 1024
const roomNeeded = 8 * size // free space below which none is set aside

export interface Reserve {
  /** Runs `work`; when the disk is full, gives the reserve up and tries once more. For deleting, and for the last save. */
  orGiveUp<T>(work: () => T): T
}

/** A file that only takes room, to be dropped when a full disk would otherwise refuse even a deletion. */
export function reserveFile(file: string): Reserve {
  setAside(file)
  return {
    orGiveUp(work) {
      try {
        return storing(work)
      } catch (error) {
        if (!isAppError(error, 'disk-full')) throw error
        rmSync(file, { force: true })
        return storing(work)
      }
    },
  }
}

/** Random bytes, so that no file system stores them as a hole. */
function setAside(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size === size) return
  const { bavail, bsize } = statfsSync(dirname(file))
  if (bavail * bsize < roomNeeded) return
  const handle = openSync(file, 'w')
  try {
    writeSync(handle, randomBytes(size))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
