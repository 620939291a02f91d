import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, isAppError } from '../../common/ipc/errors'
import type { TemplateInfo } from '../../common/print/print'
import type { Manifest } from './manifest'
import { readManifest } from './read-manifest'

/** `state` changes whenever a file of the template does. */
export interface Template { id: string, folder: string, manifest: Manifest, state: string }

const manifestName = 'manifest.json'
const kitFolderName = 'kit'
const plainSlot = { columns: 4, lines: 46, characters: 13 }

/** The templates in these folders: each a folder with a manifest. The first folder is the program's; a later folder's template replaces an earlier one's of the same name. */
export function templateShelf(folders: string[]) {
  const read = new Map<string, Template>() // by folder, as it was read last
  const folderOf = (id: string) => folders.map(parent => join(parent, id)).filter(isTemplate).at(-1)

  function find(id: string): Template {
    const folder = /^[\w-]+$/.test(id) ? folderOf(id) : undefined
    if (!folder) throw new AppError('not-found', `No print template ${id}`, { template: id })
    const state = stateOf(folder)
    const known = read.get(folder)
    if (known?.state === state) return known
    const template = { id, folder, manifest: readManifest(join(folder, manifestName), `${id}/${manifestName}`), state }
    read.set(folder, template)
    return template
  }

  function info(id: string): TemplateInfo {
    const isOwn = folderOf(id) !== join(folders[0] ?? '', id)
    try {
      const { name, kind, description, isSlotChosen, slot, bodySize, linePitch, isForPress, drawsChanges, parameters } = find(id).manifest
      return { id, isOwn, kind, name, description, isSlotChosen, slot, bodySize, linePitch, isForPress, drawsChanges, parameters }
    } catch (error) {
      if (!isAppError(error, 'template-failed')) throw error
      return broken(id, isOwn, error)
    }
  }

  return {
    find,
    /** All templates; one whose manifest cannot be read says what is wrong with it. */
    list(): TemplateInfo[] {
      const ids = new Set(folders.filter(existsSync).flatMap(parent => readdirSync(parent).filter(name => /^[\w-]+$/.test(name) && isTemplate(join(parent, name)))))
      return [...ids].sort().map(info)
    },
    /** The files every template can import as `/kit/…`. */
    kit(): { name: string, source: string }[] {
      const folder = folders.map(parent => join(parent, kitFolderName)).find(existsSync)
      return folder ? readdirSync(folder).filter(name => name.endsWith('.typ')).map(name => ({ name, source: readFileSync(join(folder, name), 'utf8') })) : []
    },
  }
}

const isTemplate = (folder: string) => existsSync(join(folder, manifestName))

/** Names, times and sizes of the template's files. */
function stateOf(folder: string): string {
  return readdirSync(folder).sort().map(name => {
    const { mtimeMs, size } = statSync(join(folder, name))
    return `${name} ${mtimeMs} ${size}`
  }).join('\n')
}

function broken(id: string, isOwn: boolean, { details: { file = '', line = 0, reason = '' } }: AppError): TemplateInfo {
  return {
    id, isOwn, kind: 'story', name: { 'zh-CN': id, 'en': id }, description: { 'zh-CN': '', 'en': '' }, isSlotChosen: false, slot: plainSlot, bodySize: 9, linePitch: 11.6,
    isForPress: false, drawsChanges: false, parameters: [], problem: { file: String(file), line: Number(line), reason: String(reason) },
  }
}
