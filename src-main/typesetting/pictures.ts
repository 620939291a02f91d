import sharp from 'sharp'

type PictureUse = 'proof' | 'accessible' | 'archive'

const longestSide: Record<PictureUse, number> = { proof: 1200, accessible: 1200, archive: 4000 } // pixels
const kept = 24 // conversions

/** Pictures as pages take them that are not for press: a small sRGB copy for proofs, a large one for the archive. */
export function pictureShelf() {
  const converted = new Map<string, Promise<Buffer>>()

  function convert(file: string, output: PictureUse): Promise<Buffer> {
    const key = `${output} ${file}`
    const buffer = converted.get(key) ?? convertPicture(file, output)
    converted.delete(key)
    converted.set(key, buffer)
    buffer.catch(() => converted.delete(key))
    for (const old of [...converted.keys()].slice(0, Math.max(0, converted.size - kept))) converted.delete(old)
    return buffer
  }

  return {
    /** For the files of these hashes: the path each has inside the template, and the bytes behind it. Those that cannot be read are left out. */
    async take(files: Record<string, string>, output: PictureUse) {
      const taken = await Promise.all(Object.entries(files).map(async ([hash, file]) => {
        const bytes = await convert(file, output).catch((error: unknown) => logUnreadable(file, error))
        return bytes ? [{ hash, path: `/pictures/${output}-${hash}.jpg`, bytes }] : []
      }))
      const pictures = taken.flat()
      return {
        paths: Object.fromEntries(pictures.map(({ hash, path }) => [hash, path])),
        bytes: new Map(pictures.map(({ path, bytes }) => [path, bytes])),
      }
    },
  }
}

async function convertPicture(file: string, output: PictureUse): Promise<Buffer> {
  const side = longestSide[output]
  const picture = sharp(file).rotate().resize(side, side, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' })
  return picture.toColourspace('srgb').jpeg({ quality: output === 'archive' ? 90 : 80 }).toBuffer()
}

function logUnreadable(file: string, error: unknown): undefined {
  process.stderr.write(`Picture ${file} cannot be read: ${String(error)}\n`)
}
