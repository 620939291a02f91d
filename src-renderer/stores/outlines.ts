import { defineStore } from 'pinia'
import type { PageProof } from '../../src-main/common/print/print'
import { proofReceiver, type SentProof } from '../../src-main/common/print/sent-proof'

/** Glyph outlines of page proofs: each comes once and is kept here, by id. */
export const useOutlineStore = defineStore('outlines', () => {
  const glyphs = new Map<string, string>()
  const receiver = proofReceiver()
  let last: Promise<unknown> = Promise.resolve()

  /** Takes in a proof with its outlines; one is asked for at a time, in the order wanted. `known` says which proof is here already. */
  function take(ask: (known: number | null) => Promise<SentProof>): Promise<PageProof> {
    const taken = last.then(async () => keepOutlines(await ask(receiver.known())))
    last = taken.catch(() => undefined)
    return taken
  }

  function keepOutlines(sent: SentProof): PageProof {
    const proof = receiver.take(sent)
    for (const [id, path] of Object.entries(proof.glyphs)) glyphs.set(id, path)
    return proof
  }

  return { glyphs, take }
})
