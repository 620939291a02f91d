import { defineStore } from 'pinia'
import type { PageProof, ProofPage } from '../../src-main/common/print/print'
import { unpackProof, type SentProof } from '../../src-main/common/print/sent-proof'

/** Glyph outlines of page proofs: each comes once and is kept here, by id. */
export const useOutlineStore = defineStore('outlines', () => {
  const glyphs = new Map<string, string>()
  let last: Promise<unknown> = Promise.resolve()

  /** Takes in a proof with its outlines; one is asked for at a time, in the order wanted. `isFresh` says that none of the outlines are here. */
  function take(ask: (isFresh: boolean) => Promise<SentProof>): Promise<PageProof> {
    const taken = last.then(() => takeWhole(ask))
    last = taken.catch(() => undefined)
    return taken
  }

  async function takeWhole(ask: (isFresh: boolean) => Promise<SentProof>): Promise<PageProof> {
    const proof = keepOutlines(await ask(glyphs.size === 0))
    if (hasEveryOutline(proof.pages)) return proof
    glyphs.clear() // another typesetter than the one that sent them
    return keepOutlines(await ask(true))
  }

  function keepOutlines(sent: SentProof): PageProof {
    const proof = unpackProof(sent)
    for (const [id, path] of Object.entries(proof.glyphs)) glyphs.set(id, path)
    return proof
  }

  function hasEveryOutline(pages: ProofPage[]): boolean {
    return pages.every(({ items }) => items.every(item => item.type !== 'glyphs' || item.glyphs.every(glyph => glyphs.has(glyph))))
  }

  return { glyphs, take }
})
