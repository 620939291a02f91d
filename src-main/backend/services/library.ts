import { basename, dirname, resolve } from 'node:path'
import type { LibraryInfo } from '../../common/ipc/contract'
import type { StoryRepository } from '../database/repositories/stories'

export function libraryInfo(folder: string, version: string, stories: StoryRepository): LibraryInfo {
  const path = resolve(folder)
  return { name: basename(path) || dirname(path), folder: path, version, ...stories.count() }
}
