import { createHash } from 'node:crypto'
import type { WantedPicture } from '../story/wanted-pictures'
import { separate, type SeparatedPicture } from './separation'

const longestSide = 4000 // pixels
const kept = 24 // separations: a page's worth, so that the next export of the same pictures is quick

export interface TakenPictures {
  paths: Record<string, string> // name → path inside the template
  bytes: Map<string, Buffer> // path → JPEG
  separated: Map<string, SeparatedPicture> // by name
}

/** Pictures separated for a printing condition, the last ones kept. */
export function pressPictureShelf() {
  const separations = new Map<string, Promise<SeparatedPicture>>()

  function take({ name, file, crop }: WantedPicture, profile: string): Promise<SeparatedPicture> {
    const key = `${profile} ${name} ${file}`
    const separation = separations.get(key) ?? separate(file, { profile, longestSide, crop })
    separations.delete(key)
    separations.set(key, separation)
    separation.catch(() => separations.delete(key))
    for (const old of [...separations.keys()].slice(0, Math.max(0, separations.size - kept))) separations.delete(old)
    return separation
  }

  return {
    /** Those that cannot be read are left out. */
    async take(wanted: WantedPicture[], profile: string): Promise<TakenPictures> {
      const taken: TakenPictures = { paths: {}, bytes: new Map(), separated: new Map() }
      for (const picture of wanted) {
        const separated = await take(picture, profile).catch((error: unknown) => logUnreadable(picture.file, error))
        if (!separated) continue
        const path = `/pictures/press-${createHash('sha256').update(`${profile} ${picture.name}`).digest('hex')}.jpg`
        taken.paths[picture.name] = path
        taken.bytes.set(path, separated.bytes)
        taken.separated.set(picture.name, separated)
      }
      return taken
    },
  }
}

function logUnreadable(file: string, error: unknown): undefined {
  process.stderr.write(`Picture ${file} cannot be read: ${String(error)}\n`)
}
