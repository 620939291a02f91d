import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import * as Y from 'yjs'
import { readThreads } from '../../common/comments/threads'
import { readText } from '../../common/document/story-doc'
import type { OpenedPackage, PackageKind } from '../../common/interchange/review-package'
import type { BackendApi, BackendEvents, FileSource } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Implementation } from '../../common/ipc/rpc'
import { isSignedHere, type StoryId, type Version, type VersionId, type VersionReason } from '../../common/story/story'
import { commonState, hasAll, meeting } from '../../common/merging/meet'
import { changesOf } from '../../common/suggestions/changes'
import { originalSlip, readSlipChanges } from '../../common/suggestions/slip-changes'
import { viewOf } from '../../common/suggestions/views'
import { isClosed, type Publication } from '../../common/workflow/standing'
import type { Repositories } from '../database/repositories'
import type { StoryNumber } from '../database/repositories/rows'
import { damaged, mostPackageBytes, readPackage, writePackage, type ReviewPackage } from '../interchange/package/package-file'
import { readSource, type FileGrants } from './files'
import type { PictureService } from './pictures'
import { docOf } from './signature-chain'
import type { StoryService } from './stories'
import { newVersionId } from './story-id'
import { project } from './story-projection'
import { writeWhole } from './write-whole'

export interface ReviewPackageOptions {
  stories: Pick<StoryService, 'add' | 'take' | 'read' | 'summary' | 'numberOf' | 'assertEditable' | 'flush'>
  pictures: Pick<PictureService, 'add' | 'fileOf'>
  publicationOf(story: StoryId): Publication | null
  /** Who is at the desk. */
  person(): string
  grants: FileGrants
  emit(event: 'stories-changed', payload: BackendEvents['stories-changed']): void
}

/** Stories on their way to another library and back: the same story there and here. What both did since they last were the same is merged. */
export function reviewPackageService({ stories: rows, versions, writers, transaction }: Repositories, { stories, pictures, publicationOf, person, grants, emit }: ReviewPackageOptions) {
  /** Keeps the state as a version; packages begin from one. */
  function keep(id: StoryId, reason: VersionReason, doc: Y.Doc): VersionId {
    const { headline, characters } = project(doc)
    const version = { id: newVersionId(), name: '', reason, author: person(), stage: stories.summary(id).stage, createdAt: Date.now(), headline, characters }
    versions.add({ ...version, story: stories.numberOf(id), state: Y.encodeStateAsUpdate(doc) })
    return version.id
  }

  function packed(id: StoryId, kind: PackageKind): Uint8Array {
    stories.assertEditable(id)
    stories.flush()
    const [doc, number] = [stories.read(id), stories.numberOf(id)]
    const sent = keep(id, 'sent', doc)
    const base = versions.ofStory(number).find(({ reason }) => reason === 'received')?.id ?? sent
    return writePackage({
      manifest: { format: 1, kind, story: id, from: person(), at: Date.now(), base, versions: versions.ofStory(number), writers: writers.ofStory(number) },
      state: Y.encodeStateAsUpdate(doc), versions: new Map(versions.states(number).map(({ id: version, state }) => [version, new Uint8Array(state)])), pictures: picturesOf(doc),
    })
  }

  /** Files of the pictures in either view; those the library lost stay out. */
  function picturesOf(doc: Y.Doc): ReviewPackage['pictures'] {
    const found: ReviewPackage['pictures'] = new Map()
    readText(doc).descendants(node => {
      const hash = node.type.name === 'figure' ? String(node.attrs.picture) : ''
      const file = hash === '' ? undefined : pictures.fileOf(hash)
      if (file !== undefined) found.set(hash, { extension: extname(file).slice(1), bytes: new Uint8Array(readFileSync(file)) })
    })
    return found
  }

  async function takePictures(taken: ReviewPackage): Promise<void> {
    for (const [hash, { extension, bytes }] of taken.pictures) {
      const { picture } = await pictures.add({ name: `${hash}.${extension}`, bytes })
      if (picture !== hash) throw damaged('changed', hash)
    }
  }

  function addVersions(number: StoryNumber, { manifest, versions: states }: ReviewPackage): void {
    const known = new Set(versions.ofStory(number).map(({ id }) => id))
    for (const version of manifest.versions.filter(({ id }) => !known.has(id))) versions.add({ ...renamed(version, manifest), story: number, state: states.get(version.id)! })
  }

  function added(taken: ReviewPackage, doc: Y.Doc): OpenedPackage {
    const { manifest: { story: id, kind, from } } = taken
    stories.add(doc, undefined, { id, alongside: number => {
      addVersions(number, taken)
      taken.manifest.writers.forEach(writer => writers.add(number, writer))
    } })
    return { story: stories.summary(id), kind, from, outcome: 'added', suggestions: proposalsIn(doc).length, comments: remarksIn(doc), isUntracked: false, conflicts: [] }
  }

  async function merged(taken: ReviewPackage, incoming: Y.Doc): Promise<OpenedPackage> {
    const { manifest: { story: id, kind, from, base } } = taken
    stories.assertEditable(id)
    if (isClosed(publicationOf(id))) throw new AppError('reading-only', 'The story went to press', { id, cause: 'published' })
    stories.flush()
    const here = stories.read(id)
    const [known, remarks] = [new Set(proposalsIn(here)), remarksIn(here)]
    const begun = versions.state(id, base)
    const isUntracked = begun !== undefined && !isSameBeforeChanges(docOf(begun), incoming)
    const before = Y.encodeStateAsUpdate(here)
    if (hasAll(before, taken.state)) return { story: stories.summary(id), kind, from, outcome: 'unchanged', suggestions: 0, comments: 0, isUntracked: false, conflicts: [] }
    transaction(() => {
      keep(id, 'before-package', here)
      addVersions(stories.numberOf(id), taken)
    })
    const common = commonState(versions.states(stories.numberOf(id)).map(({ state }) => new Uint8Array(state)), before, taken.state)
    const brought = Y.encodeStateAsUpdate(incoming, Y.encodeStateVector(here))
    const met = common ? meeting(before, taken.state, common) : { update: brought, rewritten: [], conflicts: [] }
    await stories.take(id, met, brought, { known: taken.manifest.writers, sender: from, at: taken.manifest.at })
    const now = stories.read(id)
    transaction(() => keep(id, 'work', now)) // where the next meeting of these two copies begins
    const suggestions = proposalsIn(now).filter(each => !known.has(each)).length
    emit('stories-changed', { ids: [id] })
    return { story: stories.summary(id), kind, from, outcome: 'merged', suggestions, comments: Math.max(0, remarksIn(now) - remarks), isUntracked, conflicts: met.conflicts }
  }

  /** Checks everything before anything is stored. */
  async function open(bytes: Uint8Array): Promise<OpenedPackage> {
    const taken = readPackage(bytes)
    const doc = checked(taken.state)
    taken.versions.forEach(checked)
    const { story, kind } = taken.manifest
    const isHere = rows.summary(story) !== undefined
    if (isHere && kind === 'reading') throw new AppError('reading-only', 'A package for reading is not worked into a story', { id: story, cause: 'package' })
    await takePictures(taken)
    return isHere ? merged(taken, doc) : added(taken, doc)
  }

  const api: Implementation<BackendApi>['packages'] = {
    async write(story, kind, target) {
      const path = grants.pathOf(target, 'write')
      const bytes = packed(story, kind)
      await writeWhole(path, bytes)
      return { file: basename(path), bytes: bytes.byteLength }
    },
    open: (source: FileSource) => open(readSource(source, grants, mostPackageBytes).bytes),
  }
  return { api, packed, open }
}

/** Where a package's own beginning arrives it is `received`, one for reading `reading`: such a story stays as it came. Signatures stay where they were given. */
function renamed(version: Version, { base, kind }: ReviewPackage['manifest']): Version {
  if (version.id === base) return { ...version, reason: kind === 'reading' ? 'reading' : 'received' }
  return isSignedHere(version) ? { ...version, reason: 'signed-elsewhere' } : version
}

/** What is suggested in a story: changes of the text, and of fields of the slip. */
const proposalsIn = (doc: Y.Doc): string[] => [...changesOf(readText(doc)).map(({ stamp }) => stamp.id), ...readSlipChanges(doc).map(({ field, person, pass, to }) => JSON.stringify([field, person, pass, to]))]

/** Whether text and slip are the same but for what was changed with suggestions. */
const isSameBeforeChanges = (a: Y.Doc, b: Y.Doc) =>
  viewOf(readText(a), 'original').eq(viewOf(readText(b), 'original')) && JSON.stringify(originalSlip(a)) === JSON.stringify(originalSlip(b))

const remarksIn = (doc: Y.Doc) => readThreads(doc).reduce((sum, { remarks }) => sum + remarks.length, 0)

/** A state that can be read, whose text is of the story schema. */
function checked(state: Uint8Array): Y.Doc {
  try {
    const doc = docOf(state)
    readText(doc).check()
    project(doc)
    return doc
  } catch (error) {
    throw damaged('story', String(error).slice(0, 200))
  }
}
