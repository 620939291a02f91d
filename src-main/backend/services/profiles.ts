import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FileSource } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import { readIccProfile, whyNoPrintingCondition } from '../../common/print/icc-profile'
import type { ColourProfile } from '../../common/print/press'
import { readSource, type FileGrants } from './files'
import { writeWhole } from './write-whole'

const mostBytes = 20 * 1024 * 1024
const extension = '.icc'
const unusedInNames = /[^\p{L}\p{N}._-]+/gu

/** The printing conditions stories can be exported for: the program's, and those the plant gave, kept in the library. */
export function profileService(programFolder: string, libraryFolder: string, grants: FileGrants) {
  const folders = [{ folder: programFolder, isOwn: false }, { folder: libraryFolder, isOwn: true }]

  function list(): ColourProfile[] {
    return folders.flatMap(({ folder, isOwn }) => idsIn(folder).flatMap(id => infoOf(join(folder, id + extension), id, isOwn) ?? []))
  }

  const lent = new Map<string, { name: string, file: string }>() // by path

  /** A profile's name and file; the library's own before the program's. Throws `not-found`. */
  function find(id: string): { name: string, file: string } {
    const outside = lent.get(id)
    if (outside) return outside
    for (const { folder } of [...folders].reverse()) {
      const info = idsIn(folder).includes(id) && infoOf(join(folder, id + extension), id, false)
      if (info) return { name: info.name, file: join(folder, id + extension) }
    }
    throw new AppError('not-found', `No colour profile ${id}`, { profile: id })
  }

  function assertPrintingCondition(name: string, bytes: Uint8Array): void {
    const reason = whyNoPrintingCondition(bytes)
    if (reason) throw new AppError('not-readable', `${name} is no profile of a printing condition: ${reason}`, { file: name, reason })
  }

  return {
    list,
    find,
    /** A plant's profile where it lies, as long as this process runs; the answer names it for `find`. */
    lend(file: string, bytes: Uint8Array): string {
      assertPrintingCondition(basename(file), bytes)
      lent.set(file, { name: readIccProfile(bytes)!.description || basename(file), file })
      return file
    },
    async add(source: FileSource): Promise<ColourProfile> {
      const { name, bytes } = readSource(source, grants, mostBytes)
      assertPrintingCondition(name, bytes)
      const id = freeId(name.replace(/\.ic[cm]$/i, '').replace(unusedInNames, '-').replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 60) || 'profile')
      mkdirSync(libraryFolder, { recursive: true })
      await writeWhole(join(libraryFolder, id + extension), bytes)
      return infoOf(join(libraryFolder, id + extension), id, true)!
    },
    remove(id: string): void {
      if (!idsIn(libraryFolder).includes(id)) throw new AppError('not-found', `No colour profile ${id} in the library`, { profile: id })
      rmSync(join(libraryFolder, id + extension))
    },
  }

  function freeId(wanted: string): string {
    const taken = new Set(folders.flatMap(({ folder }) => idsIn(folder)))
    let [id, number] = [wanted, 1]
    while (taken.has(id)) id = `${wanted}-${++number}`
    return id
  }
}

export type ProfileService = ReturnType<typeof profileService>

const idsIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith(extension)).map(name => name.slice(0, -extension.length)).sort() : []

/** Nothing for a file that is no printing condition: somebody put it into the folder by hand. */
function infoOf(file: string, id: string, isOwn: boolean): ColourProfile | undefined {
  const bytes = readFileSync(file)
  if (whyNoPrintingCondition(bytes)) return
  return { id, name: readIccProfile(bytes)!.description || id, isOwn, bytes: statSync(file).size }
}
