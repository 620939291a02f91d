import * as Y from 'yjs'
import type { BackendApi } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Implementation } from '../../common/ipc/rpc'
import type { StoryId, StorySummary, Version, VersionReason } from '../../common/story/story'
import type { Repositories } from '../database/repositories'
import type { StoryNumber } from '../database/repositories/rows'
import { newVersionId } from './story-id'
import { project } from './story-projection'
import { workTime } from './work-time'

interface Stories {
  author(): string
  assertEditable(id: StoryId): void
  read(id: StoryId): Y.Doc
  summary(id: StoryId): StorySummary
  numberOf(id: StoryId): StoryNumber
}

type VersionOperations = Pick<Implementation<BackendApi>['stories'], 'versions' | 'keepVersion' | 'openVersion' | 'writers'>

const workBetween = 30 * 60_000 // milliseconds of work after which a version is kept

/** Versions of stories: immutable, complete in themselves, untouched by compaction. */
export function versionService({ versions, writers, transaction }: Repositories, { author, assertEditable, read, summary, numberOf }: Stories) {
  const clocks = new Map<StoryId, (at: number) => boolean>()

  function keep(id: StoryId, name: string, reason: VersionReason): Version {
    const doc = read(id)
    const { headline, characters } = project(doc)
    const version: Version = { id: newVersionId(), name, reason, author: author(), stage: summary(id).stage, createdAt: Date.now(), headline, characters }
    transaction(() => versions.add({ ...version, story: numberOf(id), state: Y.encodeStateAsUpdate(doc) }))
    return version
  }

  const api: VersionOperations = {
    versions: id => versions.ofStory(numberOf(id)),
    keepVersion(id, name, reason = 'kept') {
      assertEditable(id)
      return keep(id, name, reason)
    },
    openVersion(id, version) {
      const state = versions.state(id, version)
      if (!state) throw new AppError('not-found', `No version ${version} of story ${id}`, { id, version })
      return new Uint8Array(state)
    },
    writers: id => writers.ofStory(numberOf(id)),
  }

  /** Keeps the state as it is now, unless the newest version has it already. */
  function keepAutomatic(id: StoryId, reason: VersionReason): void {
    const newest = versions.ofStory(numberOf(id))[0]
    const state = newest && versions.state(id, newest.id)
    if (!state || !Buffer.from(Y.encodeStateAsUpdate(read(id))).equals(Buffer.from(state))) keep(id, '', reason)
  }

  /** What was worked on a story since its newest version, before this process: nobody counted, so all the time until its last change. */
  function workedBefore(id: StoryId): number {
    const { createdAt, updatedAt } = summary(id)
    return Math.max(0, updatedAt - (versions.ofStory(numberOf(id))[0]?.createdAt ?? createdAt))
  }

  return {
    api,
    keepAutomatic,
    /** To be called at each edit, before it is on the disk: keeps a version every half hour of work. */
    worked(id: StoryId): void {
      if (!clocks.has(id)) clocks.set(id, workTime(workBetween, workedBefore(id)))
      if (clocks.get(id)!(Date.now())) keepAutomatic(id, 'work')
    },
  }
}
