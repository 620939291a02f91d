import type { Repositories } from '../database/repositories'
import { asStorageError } from '../database/storage-error'
import type { LiveStories, LiveStory } from './live-stories'
import { project } from './story-projection'

const cheap = 10 // milliseconds; a dearer derivation is put off, so that saving never waits for it
const seldom = 100 // times its cost must have passed before a dear one is done at once
const settleMilliseconds = 1000

export interface DerivationOptions {
  onDerived(story: LiveStory): void
  logBug(error: unknown, where: string): void
}

/** Brings list columns and search index up to the documents: with each commit while that is cheap, else soon after. */
export function derivation({ projections, stories, transaction }: Repositories, live: LiveStories, { onDerived, logBug }: DerivationOptions) {
  let timer: NodeJS.Timeout | undefined

  function derive(story: LiveStory, sequence: number): void {
    const start = performance.now()
    try {
      projections.write(story.number, sequence, project(story.doc))
      story.isStale = false
    } catch (error) {
      if (asStorageError(error) !== error) throw error
      logBug(error, `deriving story ${story.id}`)
    }
    story.projectionCost = performance.now() - start
    story.projectedAt = Date.now()
  }

  function settleOne(story: LiveStory): void {
    try {
      transaction(() => derive(story, stories.state(story.id)!.lastSequence))
      onDerived(story)
    } catch (error) {
      logBug(error, `deriving story ${story.id}`)
    }
  }

  function settle(): void {
    clearTimeout(timer)
    timer = undefined
    live.stale().filter(story => story.pending.length === 0).forEach(settleOne)
  }

  return {
    /** To be called in the transaction that made row `sequence` the last of the story's log. */
    follow(story: LiveStory, sequence: number): void {
      story.isStale = true
      if (story.projectionCost <= cheap || Date.now() - story.projectedAt > seldom * story.projectionCost) derive(story, sequence)
    },
    /** Derives soon what was put off. */
    settleSoon(): void {
      if (live.stale().length > 0) timer ??= setTimeout(settle, settleMilliseconds)
    },
    settle,
    stop: (): void => clearTimeout(timer),
  }
}
