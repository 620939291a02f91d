import * as Y from 'yjs'
import { AppError } from '../../common/ipc/errors'
import type { StoryId, StorySummary } from '../../common/story/story'
import type { Repositories } from '../database/repositories'
import { asStorageError } from '../database/storage-error'
import { compactStory } from './compaction'
import { derivation } from './derivation'
import { liveStories, type LiveStory } from './live-stories'

const batchMilliseconds = 100 // an update waits this long at most for others to be committed with
const retryMilliseconds = 3000

export interface StoryLogOptions {
  person: string
  onSaved(summary: StorySummary): void
  logBug(error: unknown, where: string): void
}

interface Waiter { resolve(): void, reject(error: unknown): void }

/**
 * The live documents of stories and their way to the disk: updates are applied at once, committed in batches,
 * and acknowledged after the commit. Updates of a batch that could not be committed stay and go with the next.
 */
export function storyLog(repositories: Repositories, { person, onSaved, logBug }: StoryLogOptions) {
  const { log, stories, transaction } = repositories
  const live = liveStories(repositories)
  const derived = derivation(repositories, live, { logBug, onDerived: announce })
  let waiters: Waiter[] = []
  let batchTimer: NodeJS.Timeout | undefined
  let retryTimer: NodeJS.Timeout | undefined

  /** Whoever listens must not make a save look failed. */
  function announce({ id }: LiveStory): void {
    try {
      onSaved(stories.summary(id)!)
    } catch (error) {
      logBug(error, `announcing story ${id}`)
    }
  }

  function push(id: StoryId, update: Uint8Array): Promise<void> {
    const story = live.get(id)
    applyUpdate(story, update)
    story.pending.push(update)
    batchTimer ??= setTimeout(commitBatch, batchMilliseconds)
    return new Promise((resolve, reject) => waiters.push({ resolve, reject }))
  }

  /** Refuses what is no update before it can touch the document; one that fails half-way is undone. */
  function applyUpdate(story: LiveStory, update: Uint8Array): void {
    try {
      Y.decodeUpdate(update)
      Y.applyUpdate(story.doc, update, 'page')
    } catch (error) {
      live.reload(story)
      throw new AppError('invalid-arguments', 'The update cannot be read', { cause: String(error) })
    }
  }

  function commitBatch(): void {
    clearTimeout(batchTimer)
    batchTimer = undefined
    const settled = waiters
    waiters = []
    try {
      commit()
    } catch (error) {
      for (const waiter of settled) waiter.reject(error)
      retryLater()
      return
    }
    for (const waiter of settled) waiter.resolve()
  }

  /** Nobody may be typing when the disk has room again. */
  function retryLater(): void {
    clearTimeout(retryTimer)
    retryTimer = setTimeout(commitBatch, retryMilliseconds)
  }

  /** Writes everything unsaved in one transaction; throws `AppError`, and then nothing is written and nothing forgotten. */
  function commit(): void {
    const unsaved = live.unsaved()
    if (unsaved.length === 0) return
    try {
      transaction(() => { for (const story of unsaved) derived.follow(story, log.append(story.number, story.pending, person, Date.now())) })
    } catch (error) {
      for (const story of unsaved) story.isStale = true
      throw asStorageError(error)
    }
    for (const story of unsaved) story.pending = []
    derived.settleSoon()
    unsaved.forEach(announce)
  }

  function flush(): void {
    commit()
    commitBatch()
    derived.settle()
  }

  function close(id: StoryId): void {
    flush()
    const story = live.find(id)
    if (!story) return
    live.forget(id)
    compact(story)
  }

  /** A log that stays long for want of room is only slower to open. */
  function compact(story: LiveStory): void {
    try {
      compactStory(repositories, story.number)
    } catch (error) {
      logBug(error, `compacting story ${story.id}`)
    }
  }

  return {
    /** The document as it is now, saved or not. */
    doc: (id: StoryId): Y.Doc => live.get(id).doc,
    /** The row of the log up to which the document is, once what waits is committed. */
    sequence: (id: StoryId): number => stories.state(id)!.lastSequence + live.get(id).pending.length,
    push,
    /** Commits what waits; throws `AppError` when it could not, and keeps it for later. */
    flush,
    /** Commits, and lets go of the document. */
    close,
    /** Commits, and lets a snapshot stand for the log however short it is. */
    compactNow(id: StoryId): void {
      flush()
      compactStory(repositories, live.get(id).number, { mostRows: 0, mostBytes: 0 })
    },
    /** Derives a story again that a crash left behind its log. */
    heal(id: StoryId): void {
      live.get(id)
      close(id)
    },
    /** Lets go of a story that was deleted. */
    forget: live.forget,
    all: live.all,
    stop(): void {
      clearTimeout(batchTimer)
      clearTimeout(retryTimer)
      derived.stop()
    },
  }
}
export type StoryLog = ReturnType<typeof storyLog>
