import * as Y from 'yjs'
import { AppError } from '../../common/ipc/errors'
import type { StoryId } from '../../common/story/story'
import type { Repositories } from '../database/repositories'
import type { StoryNumber } from '../database/repositories/rows'
import { replay } from './story-replay'

/** A story in memory: its document, and what of it is not on the disk yet. */
export interface LiveStory {
  id: StoryId
  number: StoryNumber
  doc: Y.Doc
  pending: Uint8Array[]
  isStale: boolean // columns and index lag behind the log
  projectionCost: number // milliseconds the last derivation took
  projectedAt: number
  usedAt: number
}

const mostIdle = 8 // stories kept in memory that nobody waits for

/** The stories in memory, loaded from their logs when first asked for. */
export function liveStories({ stories, log }: Repositories) {
  const live = new Map<StoryId, LiveStory>()

  function load(id: StoryId): LiveStory {
    const state = stories.state(id)
    if (!state) throw new AppError('not-found', `No story ${id}`)
    const doc = replay(log.read(state.number))
    const isStale = state.projectedSequence < state.lastSequence
    const story = { id, number: state.number, doc, pending: [], isStale, projectionCost: 0, projectedAt: 0, usedAt: Date.now() }
    forgetIdle()
    live.set(id, story)
    return story
  }

  function forgetIdle(): void {
    const idle = [...live.values()].filter(story => story.pending.length === 0 && !story.isStale).sort((a, b) => a.usedAt - b.usedAt)
    for (const story of idle.slice(0, Math.max(0, live.size + 1 - mostIdle))) forget(story.id)
  }

  function forget(id: StoryId): void {
    live.get(id)?.doc.destroy()
    live.delete(id)
  }

  return {
    get(id: StoryId): LiveStory {
      const story = live.get(id) ?? load(id)
      story.usedAt = Date.now()
      return story
    },
    /** Puts a story's document back as log and unsaved updates have it. */
    reload(story: LiveStory): void {
      story.doc.destroy()
      story.doc = replay(log.read(story.number))
      for (const update of story.pending) Y.applyUpdate(story.doc, update, 'page')
    },
    unsaved: (): LiveStory[] => [...live.values()].filter(story => story.pending.length > 0),
    stale: (): LiveStory[] => [...live.values()].filter(story => story.isStale),
    all: (): StoryId[] => [...live.keys()],
    find: (id: StoryId) => live.get(id),
    forget,
  }
}
export type LiveStories = ReturnType<typeof liveStories>
