import type * as Y from 'yjs'
import type { Author, Stamp } from '../document/stamp'
import type { Change } from './changes'

/** That somebody accepted or rejected a change, kept for good with what it was. Times are Unix milliseconds. */
export interface Decision extends Pick<Change, 'kind' | 'removed' | 'added' | 'names'> {
  verdict: 'accept' | 'reject'
  by: Author
  at: number
  stamp: Stamp
  part?: string // type of the block it stood in; records of earlier programs lack it
}

const longest = 500 // characters of a change's words that are kept

const decisionsArray = (doc: Y.Doc) => doc.getArray<Decision>('decisions')

export const readDecisions = (doc: Y.Doc): Decision[] => decisionsArray(doc).toArray()

/** Adds what was decided to the story's record. */
export function recordDecisions(doc: Y.Doc, changes: Change[], verdict: Decision['verdict'], by: Author, at = Date.now()): void {
  const made = changes.map(({ kind, removed, added, names, part, stamp: { id, person, role, pass, at: suggestedAt } }): Decision => ({
    kind, names, part, removed: removed.slice(0, longest), added: added.slice(0, longest), verdict, by: { ...by }, at, stamp: { id, person, role, pass, at: suggestedAt },
  }))
  if (made.length > 0) decisionsArray(doc).push(made)
}

/** Calls back when something is decided; returns the function that ends it. */
export function followDecisions(doc: Y.Doc, listener: () => void): () => void {
  const decisions = decisionsArray(doc)
  decisions.observe(listener)
  return () => decisions.unobserve(listener)
}
