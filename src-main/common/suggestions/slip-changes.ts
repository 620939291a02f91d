import type * as Y from 'yjs'
import { isBy, type Author } from '../document/stamp'
import type { Slip } from '../document/slip'
import { readSlip, slipMap } from '../document/slip-map'

export type SlipField = keyof Slip

/** What an author made of one field of the slip: the value they found, the one they left, and when (Unix milliseconds). */
export interface SlipChange<F extends SlipField = SlipField> extends Author { field: F, from: Slip[F], to: Slip[F], at: number }

/** One entry per field, person and pass: what is changed twice was changed once, what is changed back was not changed. */
const changesMap = (doc: Y.Doc) => doc.getMap<SlipChange>('slipChanges')
const keyOf = ({ field, person, pass }: Pick<SlipChange, 'field' | 'person' | 'pass'>) => [field, pass, person].join(':')

/** Changes made while tracking, oldest first. */
export function readSlipChanges(doc: Y.Doc): SlipChange[] {
  return [...changesMap(doc).values()].sort((a, b) => a.at - b.at)
}

/** The slip as it was before its tracked changes. */
export function originalSlip(doc: Y.Doc): Slip {
  return readSlipChanges(doc).reduceRight<Slip>((slip, { field, from }) => ({ ...slip, [field]: from }), readSlip(doc))
}

/** Writes a change down, in place of the one its author made of that field in that pass; the slip stays as it is. */
export function writeSlipChange(doc: Y.Doc, change: SlipChange): void {
  changesMap(doc).set(keyOf(change), change)
}

/** Sets a field of the slip as a tracked change of `author`. */
export function writeTrackedField<F extends SlipField>(doc: Y.Doc, field: F, to: Slip[F], from: Slip[F], author: Author, at = Date.now()): void {
  const [changes, key] = [changesMap(doc), keyOf({ field, ...author })]
  const latest = readSlipChanges(doc).filter(change => change.field === field).at(-1)
  const start = latest && isBy(latest, author) ? latest.from as Slip[F] : from
  doc.transact(() => {
    slipMap(doc).set(field, to)
    if (isSame(start, to)) changes.delete(key)
    else changes.set(key, { ...author, field, from: start, to, at })
  })
}

/** Accepts a change, or puts back what was there before it; a field changed again since keeps its newer value, which then counts as changed from there. */
export function decideSlipChange(doc: Y.Doc, change: SlipChange, verdict: 'accept' | 'reject'): void {
  const changes = changesMap(doc)
  const later = readSlipChanges(doc).find(other => other.field === change.field && other.at > change.at && !isBy(other, change))
  doc.transact(() => {
    changes.delete(keyOf(change))
    if (verdict === 'accept') return
    if (later) changes.set(keyOf(later), { ...later, from: change.from })
    else slipMap(doc).set(change.field, change.from)
  })
}

/** Calls back when slip changes come or go; returns the function that ends it. */
export function followSlipChanges(doc: Y.Doc, listener: () => void): () => void {
  const changes = changesMap(doc)
  changes.observe(listener)
  return () => changes.unobserve(listener)
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
