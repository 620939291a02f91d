import type { Doc } from 'yjs'
import { readLayout } from '../../common/document/layout'
import type { Fit } from '../../common/print/print'
import type { StoryId, StorySummary } from '../../common/story/story'
import type { Repositories } from '../database/repositories'
import type { StoryFitRow } from '../database/repositories/story-fits'

const settleMilliseconds = 700 // fits measured meanwhile are written together, the newest of each story

export interface StoryFitOptions {
  isWriter: boolean
  onWritten(summary: StorySummary): void
  logBug(error: unknown, where: string): void
}

/** What a measurement is of; the fit of a story without a slot of its own stands for nothing lists could show. */
interface Measured { story: StoryId, sequence: number, doc: Doc, template: string, fit: Fit }

/**
 * Keeps with each story how it filled its place when it was last set, for lists. A fit stands for one row of the story's log: what is edited
 * since is told by the sequence. What changes a place without the story (templates, their parameters, page formats) makes fits be forgotten.
 */
export function storyFitService({ storyFits, stories, transaction }: Pick<Repositories, 'storyFits' | 'stories' | 'transaction'>, { isWriter, onWritten, logBug }: StoryFitOptions) {
  const waiting = new Map<StoryId, StoryFitRow | null>()
  let timer: NodeJS.Timeout | undefined

  function note({ story, sequence, doc, template, fit: { capacity, set, over, spare } }: Measured): void {
    if (!isWriter) return
    const layout = readLayout(doc)
    const isPlaced = layout.template === template && (layout.place !== null || layout.slot !== null)
    waiting.set(story, isPlaced ? { sequence, template, format: layout.place?.format ?? '', capacity, set, over, spare } : null)
    timer ??= setTimeout(write, settleMilliseconds)
  }

  /** A fit whose text is not on the disk yet waits for the next time. */
  function write(): void {
    clearTimeout(timer)
    timer = undefined
    try {
      const written = transaction(() => [...waiting].filter(([story, fit]) => writeOne(story, fit)).map(([story]) => story))
      written.forEach(story => waiting.delete(story))
      for (const story of written) {
        const summary = stories.summary(story)
        if (summary) onWritten(summary)
      }
    } catch (error) {
      waiting.clear() // measured again with the next change
      logBug(error, 'keeping how stories fit')
    }
    if (waiting.size > 0) timer = setTimeout(write, settleMilliseconds)
  }

  function writeOne(story: StoryId, fit: StoryFitRow | null): boolean {
    const state = stories.state(story)
    if (!state) return true // deleted meanwhile
    if (fit && fit.sequence > state.lastSequence) return false
    if (fit) storyFits.put(state.number, fit)
    else storyFits.forget(state.number)
    return true
  }

  return {
    note,
    /** Templates or what is set on them changed. */
    forgetAll(): void { if (isWriter) storyFits.forgetAll() },
    forgetFormat(format: string): void { if (isWriter) storyFits.forgetFormat(format) },
    close(): void {
      if (waiting.size > 0) write()
      clearTimeout(timer)
      waiting.clear()
    },
  }
}
export type StoryFitService = ReturnType<typeof storyFitService>
