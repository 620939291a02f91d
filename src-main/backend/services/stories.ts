import * as Y from 'yjs'
import type { BackendApi, BackendEvents, Person } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Implementation } from '../../common/ipc/rpc'
import { storyDoc } from '../../common/document/story-doc'
import type { Meeting } from '../../common/merging/meet'
import type { StoryId, StorySummary } from '../../common/story/story'
import type { Repositories } from '../database/repositories'
import type { ImportRecord } from '../database/repositories/imports'
import type { StoryNumber } from '../database/repositories/rows'
import type { Reserve } from '../database/reserve'
import { newStoryId } from './story-id'
import { healing } from './healing'
import { storyGuard } from './story-guard'
import { storyLog } from './story-log'
import { project } from './story-projection'
import { replay } from './story-replay'
import { versionService } from './versions'
import { writerRecord, type Incoming } from './writers'

export interface StoryServiceOptions {
  person: string
  atDesk(): Pick<Person, 'name' | 'role'>
  isWriter: boolean
  reserve: Reserve
  emit<E extends keyof BackendEvents>(event: E, payload: BackendEvents[E]): void
  logBug(error: unknown, where: string): void
}

/** A story's id, and what is stored with it in one transaction. */
interface NewStory { id: StoryId, alongside?(number: StoryNumber): void }

/** Stories: their list, their documents, their life from new to deleted. */
export function storyService(repositories: Repositories, { person, atDesk, isWriter, reserve, emit, logBug }: StoryServiceOptions) {
  const { stories, list, log: rows, projections, imports, transaction } = repositories
  const log = storyLog(repositories, { person, logBug, onSaved: summary => emit('story-updated', { id: summary.id, summary }) })

  function summary(id: StoryId): StorySummary {
    const found = stories.summary(id)
    if (!found) throw new AppError('not-found', `No story ${id}`, { id })
    return found
  }

  /**
   * Stores a new story and its first derivation, and what its import left out; one that comes from another library keeps its id, and brings more along.
   * What was typed elsewhere before it is committed first: it would stand above the new one in the list, and change places with it under the pointer.
   */
  function add(doc: Y.Doc, imported?: ImportRecord, { id, alongside }: NewStory = { id: newStoryId() }): StorySummary {
    log.flush()
    const now = Date.now()
    transaction(() => {
      const number = stories.add(id, now)
      const sequence = rows.append(number, [Y.encodeStateAsUpdate(doc)], person, now)
      projections.write(number, sequence, project(doc))
      if (imported) imports.add(number, imported, now)
      alongside?.(number)
    })
    emit('stories-changed', { ids: [id] })
    return summary(id)
  }

  /** The document as it is now, in memory when it is open, else as its log has it. */
  function read(id: StoryId): Y.Doc {
    return isWriter ? log.doc(id) : replay(rows.read(numberOf(id)))
  }

  function numberOf(id: StoryId) {
    const state = stories.state(id)
    if (!state) throw new AppError('not-found', `No story ${id}`, { id })
    return state.number
  }

  const { assertWriter, assertEditable, assertMayTake, heldBy } = storyGuard(repositories, { isWriter, atDesk, summary, numberOf, read })

  function change(ids: StoryId[], one: (id: StoryId) => void): void {
    assertWriter()
    for (const id of ids) summary(id)
    log.flush()
    reserve.orGiveUp(() => transaction(() => ids.forEach(one)))
    emit('stories-changed', { ids })
  }

  function deleteForever(ids: StoryId[]): void {
    for (const id of ids) {
      if (summary(id).binnedAt === null) throw new AppError('invalid-arguments', 'Only stories in the bin are deleted for good', { id })
    }
    change(ids, stories.remove)
    ids.forEach(log.forget)
  }

  function sync(id: StoryId, stateVector: Uint8Array) {
    log.flush()
    const doc = read(id)
    try {
      return { update: Y.encodeStateAsUpdate(doc, stateVector), stateVector: Y.encodeStateVector(doc) }
    } catch (error) {
      throw new AppError('invalid-arguments', 'The state vector cannot be read', { cause: String(error) })
    }
  }

  const healer = healing(log.heal)
  const versions = versionService(repositories, { author: () => atDesk().name || person, assertEditable, read, summary, numberOf })
  const record = writerRecord(repositories.writers, atDesk)

  /** Applies an update, then writes down whose it is. */
  function push(id: StoryId, update: Uint8Array): Promise<void> {
    assertMayTake(id, update)
    const known = Y.decodeStateVector(Y.encodeStateVector(read(id)))
    const saved = log.push(id, update)
    record.note(numberOf(id), update, known)
    versions.worked(id)
    return saved
  }

  /** The same with what came from another library: `brought` is what it has that is not here. */
  function take(id: StoryId, { update, rewritten }: Meeting, brought: Uint8Array, incoming: Incoming): Promise<void> {
    assertMayTake(id, update)
    const saved = log.push(id, update)
    record.noteIncoming(numberOf(id), brought, incoming)
    record.noteRewritten(numberOf(id), rewritten, incoming.at)
    versions.worked(id)
    return saved
  }

  const api: Implementation<BackendApi>['stories'] = {
    list: list.page,
    create: kind => add(storyDoc(undefined, { kind })),
    open: id => ({ summary: summary(id), update: Y.encodeStateAsUpdate(read(id)), heldBy: heldBy(id) }),
    push,
    sync,
    close: id => { if (isWriter) log.close(id) },
    duplicate: id => add(read(id)),
    moveToBin: ids => change(ids, id => stories.moveToBin(id, Date.now())),
    restore: ids => change(ids, stories.restore),
    deleteForever,
    ...versions.api,
  }

  return {
    api,
    add,
    take,
    read,
    /** The row of the log up to which `read` is; what is not on the disk yet counts. */
    sequenceOf: (id: StoryId): number => isWriter ? log.sequence(id) : stories.state(id)?.lastSequence ?? 0,
    summary,
    numberOf,
    assertEditable,
    /** Keeps a version of what was exported, in the process that may write. */
    keepExported: (id: StoryId) => { if (isWriter) versions.keepAutomatic(id, 'export') },
    /** What the import of a story left out; undefined when it was not imported. */
    importRecord: (id: StoryId): ImportRecord | undefined => imports.of(numberOf(id)),
    /** The one story whose id begins so. */
    resolve(prefix: string): StoryId {
      const found = stories.startingWith(prefix)
      if (found.length === 1) return found[0]!
      throw found.length === 0 ? new AppError('not-found', `No story ${prefix}`, { id: prefix }) : new AppError('not-found', `Several stories begin with ${prefix}`, { id: prefix, several: 'yes' })
    },
    /** Derives again what a crash, or a program that knew less, left behind its log. */
    heal(): void {
      if (isWriter) healer.begin(projections.stale())
    },
    compact: log.compactNow,
    /** Saves everything that waits. */
    flush: () => { if (isWriter) log.flush() },
    /** Saves everything that waits, and derives all that is behind. */
    settle(): void {
      if (!isWriter) return
      healer.finish()
      log.flush()
    },
    /** Saves everything that waits, with the reserve if need be. */
    close(): void {
      try {
        if (isWriter) reserve.orGiveUp(() => log.all().forEach(log.close))
      } finally {
        healer.stop()
        log.stop()
      }
    },
  }
}
export type StoryService = ReturnType<typeof storyService>
