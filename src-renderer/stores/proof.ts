import { defineStore } from 'pinia'
import type { PageProof, Slot } from '../../src-main/common/print/print'
import { AppError } from '../../src-main/common/ipc/errors'
import { useBackend } from '../api'
import { useStoryStore } from './story'

/** Page proofs of the open story. Glyph outlines come once each and are kept here, by id. */
export const useProofStore = defineStore('proof', () => {
  const backend = useBackend()
  const story = useStoryStore()
  const glyphs = new Map<string, string>()
  let last: Promise<unknown> = Promise.resolve()

  /** Sets the open story; one proof is set at a time, in the order asked. */
  function measure(template: string, slot: Slot | null): Promise<PageProof> {
    const set = last.then(() => request(template, slot))
    last = set.catch(() => undefined)
    return set
  }

  async function request(template: string, slot: Slot | null): Promise<PageProof> {
    if (!story.id) throw new AppError('not-found', 'No story is open')
    const proof = await backend.print.proof({ story: story.id, template, slot, isFresh: glyphs.size === 0 })
    for (const [id, path] of Object.entries(proof.glyphs)) glyphs.set(id, path)
    return proof
  }

  return { glyphs, measure }
})
