import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../common/ipc/errors'
import type { TemplateInfo } from '../../common/print/print'
import { manifestShape, type Manifest } from './manifest'

export interface Template { id: string, folder: string, manifest: Manifest }

const manifestName = 'manifest.json'
const kitFolderName = 'kit'

/** The templates in these folders: each a folder with a manifest. A later folder's template replaces an earlier one's of the same name. */
export function templateShelf(folders: string[]) {
  function find(id: string): Template {
    const folder = /^[\w-]+$/.test(id) ? folders.map(parent => join(parent, id)).filter(isTemplate).at(-1) : undefined
    if (!folder) throw new AppError('not-found', `No print template ${id}`, { template: id })
    return { id, folder, manifest: readManifest(folder) }
  }

  return {
    find,
    /** All that can be read; a template with a damaged manifest is left out here and says what is wrong when it is used. */
    list(): TemplateInfo[] {
      const ids = new Set(folders.filter(existsSync).flatMap(parent => readdirSync(parent).filter(name => isTemplate(join(parent, name)))))
      return [...ids].sort().flatMap(id => {
        const manifest = readableManifest(folders.map(parent => join(parent, id)).filter(isTemplate).at(-1)!)
        return manifest ? infoOf(id, manifest) : []
      })
    },
    /** The files every template can import as `/kit/…`. */
    kit(): { name: string, source: string }[] {
      const folder = folders.map(parent => join(parent, kitFolderName)).find(existsSync)
      return folder ? readdirSync(folder).filter(name => name.endsWith('.typ')).map(name => ({ name, source: readFileSync(join(folder, name), 'utf8') })) : []
    },
  }
}

const isTemplate = (folder: string) => existsSync(join(folder, manifestName))

function readableManifest(folder: string): Manifest | undefined {
  try {
    return readManifest(folder)
  } catch (error) {
    if (error instanceof AppError) return
    throw error
  }
}

function readManifest(folder: string): Manifest {
  const file = join(folder, manifestName)
  try {
    return manifestShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new AppError('template-failed', `${file}: ${String(error)}`, { file, line: 0, reason: String(error) })
  }
}

function infoOf(id: string, { kind, name, description, isSlotChosen, slot, bodySize, linePitch, isForPress }: Manifest): TemplateInfo {
  return { id, kind, name, description, isSlotChosen, slot, bodySize, linePitch, isForPress }
}
