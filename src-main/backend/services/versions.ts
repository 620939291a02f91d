import * as Y from 'yjs'
import type { BackendApi } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Implementation } from '../../common/ipc/rpc'
import type { StoryId, StorySummary, Version } from '../../common/story/story'
import type { Repositories } from '../database/repositories'
import type { StoryNumber } from '../database/repositories/rows'
import { newVersionId } from './story-id'
import { project } from './story-projection'

interface Stories {
  person: string
  assertEditable(id: StoryId): void
  read(id: StoryId): Y.Doc
  summary(id: StoryId): StorySummary
  numberOf(id: StoryId): StoryNumber
}

type VersionOperations = Pick<Implementation<BackendApi>['stories'], 'versions' | 'keepVersion' | 'openVersion'>

/** Versions of stories: immutable, complete in themselves, untouched by compaction. */
export function versionService({ versions, transaction }: Repositories, { person, assertEditable, read, summary, numberOf }: Stories): VersionOperations {
  return {
    versions: id => versions.ofStory(numberOf(id)),
    keepVersion(id, name): Version {
      assertEditable(id)
      const doc = read(id)
      const { headline, characters } = project(doc)
      const version: Version = {
        id: newVersionId(), name, reason: 'kept', author: person, stage: summary(id).stage, createdAt: Date.now(), headline, characters,
      }
      transaction(() => versions.add({ ...version, story: numberOf(id), state: Y.encodeStateAsUpdate(doc) }))
      return version
    },
    openVersion(id, version) {
      const state = versions.state(id, version)
      if (!state) throw new AppError('not-found', `No version ${version} of story ${id}`, { id, version })
      return new Uint8Array(state)
    },
  }
}
