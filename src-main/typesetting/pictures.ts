import sharp from 'sharp'
import type { Crop } from '../common/print/picture-crop'
import { cutPicture } from './cut-picture'
import type { WantedPicture } from './story/wanted-pictures'

type PictureUse = 'proof' | 'accessible' | 'archive'

const longestSide: Record<PictureUse, number> = { proof: 1200, accessible: 1200, archive: 4000 } // pixels
const kept = 24 // conversions

/** Pictures as pages take them that are not for press: a small sRGB copy for proofs, a large one for the archive. */
export function pictureShelf() {
  const converted = new Map<string, Promise<Buffer>>()

  function convert({ file, crop, name }: WantedPicture, use: PictureUse): Promise<Buffer> {
    const key = `${use} ${name} ${file}`
    const buffer = converted.get(key) ?? convertPicture(file, crop, use)
    converted.delete(key)
    converted.set(key, buffer)
    buffer.catch(() => converted.delete(key))
    for (const old of [...converted.keys()].slice(0, Math.max(0, converted.size - kept))) converted.delete(old)
    return buffer
  }

  return {
    /** For these pictures: the path each has inside the template, and the bytes behind it. Those that cannot be read are left out. */
    async take(wanted: WantedPicture[], use: PictureUse) {
      const taken = await Promise.all(wanted.map(async picture => {
        const bytes = await convert(picture, use).catch((error: unknown) => logUnreadable(picture.file, error))
        return bytes ? [{ name: picture.name, path: `/pictures/${use}-${picture.name.replace(/[^\w@-]/g, '_')}.jpg`, bytes }] : []
      }))
      const pictures = taken.flat()
      return {
        paths: Object.fromEntries(pictures.map(({ name, path }) => [name, path])),
        bytes: new Map(pictures.map(({ path, bytes }) => [path, bytes])),
      }
    },
  }
}

async function convertPicture(file: string, crop: Crop | null, use: PictureUse): Promise<Buffer> {
  const side = longestSide[use]
  const picture = (await cutPicture(sharp(file), crop)).resize(side, side, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' })
  return picture.toColourspace('srgb').jpeg({ quality: use === 'archive' ? 90 : 80 }).toBuffer()
}

function logUnreadable(file: string, error: unknown): undefined {
  process.stderr.write(`Picture ${file} cannot be read: ${String(error)}\n`)
}
