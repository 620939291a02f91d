import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { AppError } from '../../common/ipc/errors'
import { storing } from '../database/storage-error'
import type { PictureService } from './pictures'

export interface BackupResult { folder: string, stories: number, pictures: number, missing: string[] }

export interface BackupOptions {
  /** Writes a checked copy of the database into the folder. */
  copyDatabase(folder: string): Promise<void>
  pictures: Pick<PictureService, 'all' | 'fileFor' | 'isWhole' | 'folder'>
  folders: string[] // of the library: profiles and the like, copied as they are
  count(): number
}

/** Copies the library into a new folder, which is a library itself. The copy gets its name only after every part was checked. */
export function backupService({ copyDatabase, pictures, folders, count }: BackupOptions) {
  return async function backUp(target: string): Promise<BackupResult> {
    const folder = resolve(target)
    if (existsSync(folder)) throw new AppError('storage-failed', `${folder} exists already`, { folder, cause: 'exists' })
    const partial = `${folder}.partial`
    rmSync(partial, { recursive: true, force: true })
    try {
      storing(() => mkdirSync(partial, { recursive: true }))
      await copyDatabase(partial)
      const missing = storing(() => copyPictures(join(partial, 'pictures')))
      storing(() => { for (const each of folders.filter(existsSync)) cpSync(each, join(partial, basename(each)), { recursive: true }) })
      storing(() => renameSync(partial, folder))
      return { folder, stories: count(), pictures: pictures.all().length - missing.length, missing }
    } finally {
      rmSync(partial, { recursive: true, force: true })
    }
  }

  /** Copies the files that are what they should be; returns the others. */
  function copyPictures(into: string): string[] {
    const missing: string[] = []
    for (const row of pictures.all()) {
      const source = pictures.fileFor(row)
      const copy = join(into, relative(pictures.folder, source))
      if (!pictures.isWhole(source, row.hash)) {
        missing.push(row.hash)
        continue
      }
      mkdirSync(dirname(copy), { recursive: true })
      copyFileSync(source, copy)
      if (!pictures.isWhole(copy, row.hash)) throw new AppError('storage-failed', `The copy of ${row.hash} differs`, { picture: row.hash })
    }
    return missing
  }
}
