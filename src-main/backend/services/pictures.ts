import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Metadata } from 'sharp'
import type { FileSource, PictureInfo } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { PictureRepository, PictureRow } from '../database/repositories/pictures'
import { renameSynced } from '../database/rename-synced'
import { storing } from '../database/storage-error'
import { readSource, type FileGrants } from './files'
import { pictureFacts } from './picture-facts'

/** Loaded with the first picture: a start of the program does not wait for it. */
const loadSharp = async () => (await import('sharp')).default

const mostBytes = 200 * 1024 * 1024
const proxySide = 2400 // pixels: enough for a screen
const mostPixels = 300_000_000
/** By the format sharp names; files of the HEIF family by how they are compressed: AVIF, or HEIC of phones, where sharp can read it. */
const mediaTypes: Readonly<Record<string, { mediaType: string, extension: string }>> = {
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  png: { mediaType: 'image/png', extension: 'png' },
  webp: { mediaType: 'image/webp', extension: 'webp' },
  tiff: { mediaType: 'image/tiff', extension: 'tif' },
  av1: { mediaType: 'image/avif', extension: 'avif' },
  hevc: { mediaType: 'image/heic', extension: 'heic' },
}

/** Pictures: files named by their hash beside the database, taken in unchanged. */
export function pictureService(pictures: PictureRepository, folder: string, grants: FileGrants) {
  const fileFor = ({ hash, mediaType }: Pick<PictureRow, 'hash' | 'mediaType'>) =>
    join(folder, hash.slice(0, 2), `${hash}.${Object.values(mediaTypes).find(type => type.mediaType === mediaType)!.extension}`)

  function find(hash: string): PictureRow {
    const row = pictures.find(hash)
    if (!row) throw new AppError('not-found', `No picture ${hash}`, { picture: hash })
    return row
  }

  function readFile(row: PictureRow): Buffer {
    const file = fileFor(row)
    if (!existsSync(file)) throw new AppError('not-found', `The file of picture ${row.hash} is missing`, { picture: row.hash })
    return readFileSync(file)
  }

  async function proxyOf(hash: string, bytes: Buffer): Promise<Buffer> {
    const file = join(folder, 'proxies', `${hash}.jpg`)
    if (existsSync(file)) return readFileSync(file)
    const sharp = await loadSharp()
    const proxy = await sharp(bytes).autoOrient().resize(proxySide, proxySide, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#fff' }).toColourspace('srgb').jpeg({ quality: 85 }).toBuffer()
    storing(() => writeOnce(file, proxy))
    return proxy
  }

  return {
    async add(source: FileSource): Promise<PictureInfo> {
      const { name, bytes } = readSource(source, grants, mostBytes)
      const row = await describe(name, bytes)
      storing(() => {
        writeOnce(fileFor(row), bytes)
        pictures.add(row, Date.now())
      })
      return { picture: row.hash, mediaType: row.mediaType, width: row.width, height: row.height, ...await pictureFacts(bytes) }
    },
    /** For the page: large pictures, and those no browser shows rightly, as a small upright copy in sRGB, made once. */
    async read(hash: string): Promise<{ mediaType: string, bytes: Uint8Array, takenAt: string }> {
      const row = find(hash)
      const bytes = readFile(row)
      const { takenAt } = await pictureFacts(bytes)
      if (await isShownAsItIs(row, bytes)) return { mediaType: row.mediaType, bytes: new Uint8Array(bytes), takenAt }
      return { mediaType: 'image/jpeg', bytes: new Uint8Array(await proxyOf(hash, bytes)), takenAt }
    },
    /** The original file, for print; nothing when the library does not have it. */
    fileOf(hash: string): string | undefined {
      const row = pictures.find(hash)
      const file = row && fileFor(row)
      return file && existsSync(file) ? file : undefined
    },
    /** Every picture whose file is missing or is not what it was. */
    damaged: (): PictureRow[] => pictures.all().filter(row => !isWhole(fileFor(row), row.hash)),
    isWhole,
    folder,
    all: pictures.all,
    fileFor,
  }
}
export type PictureService = ReturnType<typeof pictureService>

/** What no browser shows, or not every one. */
const shownAsCopies = new Set(['image/tiff', 'image/avif', 'image/heic'])

async function isShownAsItIs({ mediaType, width, height }: PictureRow, bytes: Buffer): Promise<boolean> {
  if (shownAsCopies.has(mediaType) || Math.max(width, height) > proxySide) return false
  return mediaType !== 'image/jpeg' || (await (await loadSharp())(bytes).metadata()).space !== 'cmyk'
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Whether the file is there and still what it was. */
function isWhole(file: string, hash: string): boolean {
  return existsSync(file) && hashOf(readFileSync(file)) === hash
}

/** Kind and size from the bytes themselves; refuses what is no picture a newspaper prints. */
async function describe(name: string, bytes: Uint8Array): Promise<PictureRow> {
  if (bytes.byteLength === 0) throw new AppError('no-picture', `${name} is empty`, { name })
  const sharp = await loadSharp()
  const metadata = await sharp(bytes, { limitInputPixels: mostPixels }).metadata().catch((error: unknown) => {
    throw new AppError('no-picture', `${name} is no picture`, { name, cause: String(error) })
  })
  const type = mediaTypes[metadata.format === 'heif' ? metadata.compression ?? '' : metadata.format]
  if (!type) throw new AppError('no-picture', `${name}: ${metadata.format} pictures are not taken`, { name, format: metadata.format })
  if (metadata.format === 'heif') await assertReadable(name, bytes)
  return { hash: hashOf(bytes), mediaType: type.mediaType, bytes: bytes.byteLength, ...uprightSize(metadata) }
}

/** Whether a picture of the HEIF family can be decoded depends on the codecs sharp was built with: it is tried once, before the picture is taken. */
async function assertReadable(name: string, bytes: Uint8Array): Promise<void> {
  const sharp = await loadSharp()
  await sharp(bytes, { limitInputPixels: mostPixels }).resize(16, 16).raw().toBuffer().catch((error: unknown) => {
    throw new AppError('no-picture', `${name} cannot be decoded here`, { name, cause: String(error) })
  })
}

/** EXIF orientations 5 to 8 turn the picture by a quarter. */
function uprightSize({ width, height, orientation = 1 }: Metadata) {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

/** Content under its final name only once it is whole and on the disk. */
function writeOnce(file: string, bytes: Uint8Array): void {
  if (existsSync(file)) return
  mkdirSync(dirname(file), { recursive: true })
  const partial = `${file}.partial`
  writeFileSync(partial, bytes)
  renameSynced(partial, file)
}
