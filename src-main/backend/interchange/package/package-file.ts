import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { z } from 'zod'
import { packageKinds } from '../../../common/interchange/review-package'
import { AppError } from '../../../common/ipc/errors'
import { stages, versionReasons, type StoryId, type VersionId } from '../../../common/story/story'

const name = z.string().regex(/^[a-z0-9]{1,64}$/)
const short = z.string().max(500)
const version = z.strictObject({
  id: name.transform(id => id as VersionId), name: short, reason: z.enum(versionReasons), author: short, stage: z.enum(stages), createdAt: z.number().int().min(0), headline: short, characters: z.number().int().min(0),
})

const whole = z.number().int().min(0)
const writer = z.strictObject({ client: whole, clock: whole, person: short, role: short, at: whole })

/** What a package says of itself: `writers` who wrote what as far as its library knows, `base` the version its work began from, `files` the SHA-256 of every other file in it. */
const manifestShape = z.strictObject({
  format: z.literal(1), kind: z.enum(packageKinds), story: name.transform(id => id as StoryId), from: short, at: z.number().int().min(0), base: name.transform(id => id as VersionId),
  versions: z.array(version).max(10_000), writers: z.array(writer).max(1_000_000).default([]), files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
})
export type PackageManifest = z.infer<typeof manifestShape>

/** A story on its way: its Yjs state, those of its versions by id, its pictures by hash. */
export interface ReviewPackage {
  manifest: Omit<PackageManifest, 'files'>
  state: Uint8Array
  versions: Map<VersionId, Uint8Array>
  pictures: Map<string, { extension: string, bytes: Uint8Array }>
}

export const packageExtension = '.qingyang'
export const mostPackageBytes = 500 * 1024 * 1024
const [manifestName, sealName, stateName] = ['manifest.json', 'seal', 'story.yjs']
const allowedName = /^(manifest\.json|seal|story\.yjs|versions\/[a-z0-9]{1,64}\.yjs|pictures\/[0-9a-f]{64}\.(jpg|png|webp|tif|avif|heic))$/

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A zip file. Pictures are compressed already and go in as they are. */
export function writePackage({ manifest, state, versions, pictures }: ReviewPackage): Uint8Array {
  const files: Record<string, Uint8Array> = {
    [stateName]: state,
    ...Object.fromEntries([...versions].map(([id, bytes]) => [`versions/${id}.yjs`, bytes])),
    ...Object.fromEntries([...pictures].map(([hash, { extension, bytes }]) => [`pictures/${hash}.${extension}`, bytes])),
  }
  const hashes = Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, sha256(bytes)]))
  const said = strToU8(JSON.stringify({ ...manifest, files: hashes }, null, 2))
  return zipSync({
    [manifestName]: said, [sealName]: strToU8(sha256(said)),
    ...Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, file.startsWith('pictures/') ? [bytes, { level: 0 }] as const : bytes])),
  } as Parameters<typeof zipSync>[0])
}

/** Reads a package and holds every file against its hash. Rejects with `no-package` and the reason what is none, or damaged. */
export function readPackage(bytes: Uint8Array): ReviewPackage {
  const files = unzipped(bytes)
  const said = files[manifestName]
  if (!said || !files[sealName]) throw damaged('no-manifest')
  if (sha256(said) !== strFromU8(files[sealName]).trim()) throw damaged('changed', manifestName)
  const { files: hashes, ...manifest } = readManifest(said)
  const contents = Object.entries(files).filter(([file]) => file !== manifestName && file !== sealName)
  for (const [file, content] of contents) if (hashes[file] !== sha256(content)) throw damaged('changed', file)
  const missing = [stateName, ...Object.keys(hashes), ...manifest.versions.map(({ id }) => `versions/${id}.yjs`)].find(file => !files[file])
  if (missing) throw damaged('missing', missing)
  return {
    manifest, state: files[stateName]!,
    versions: new Map(manifest.versions.map(({ id }) => [id, files[`versions/${id}.yjs`]!])),
    pictures: new Map(contents.flatMap(([file, content]) => {
      const [, hash, extension] = /^pictures\/([0-9a-f]{64})\.(\w+)$/.exec(file) ?? []
      return hash && extension ? [[hash, { extension, bytes: content }]] : []
    })),
  }
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  try {
    return unzipSync(bytes, { filter: ({ name: file, originalSize }) => {
      total += originalSize
      if (!allowedName.test(file)) throw damaged('unknown-file', file)
      if (total > mostPackageBytes) throw damaged('too-large', file)
      return true
    } })
  } catch (error) {
    throw error instanceof AppError ? error : damaged('no-zip', String(error))
  }
}

function readManifest(bytes: Uint8Array): PackageManifest {
  try {
    return manifestShape.parse(JSON.parse(strFromU8(bytes)))
  } catch (error) {
    throw damaged('manifest', error instanceof z.ZodError ? z.prettifyError(error).slice(0, 200) : String(error))
  }
}

/** The refusal of a package: `reason` names what is wrong, `subject` where. */
export const damaged = (reason: string, subject = '') => new AppError('no-package', `${reason} ${subject}`.trim(), { reason, subject })
