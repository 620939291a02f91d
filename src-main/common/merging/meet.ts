import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { Slip } from '../document/slip'
import { writeText } from '../document/story-doc'
import { mergedFlow } from './merged-flow'
import { idOf, inlinesOf, piecesOf, type Piece } from './pieces'
import { keepLostValues, slipConflicts } from './slip-conflicts'
import { textOfPieces, type Origins } from './text-of-pieces'
import { compare, worded } from './turns'
import { writeByPieces } from './write-by-pieces'

export interface Id { client: number, clock: number }

/** `rewritten` are the characters the correction wrote anew, in its order: what each was before tells who wrote it; `conflicts` the fields of the slip both changed. */
export interface Meeting { update: Uint8Array, rewritten: { is: Id, was: Id }[], conflicts: (keyof Slip)[] }

/**
 * The update that brings a copy of a story together with another one, of which `base` is a state both began from. Yjs merges all that is kept by name;
 * the text it merges too, but repeats what both moved and lets marks run on, so where that differs from the merge of the pieces the text is corrected.
 * Of a field of the slip that both changed it keeps one value: the other can be put back.
 * Whoever merges the same two copies makes the same update, so that copies which meet again have nothing to merge.
 */
export function meeting(here: Uint8Array, incoming: Uint8Array, base: Uint8Array): Meeting {
  const copies = [here, incoming, base].map(state => copyOf(state)) as [Y.Doc, Y.Doc, Y.Doc]
  const [ours, theirs, common] = copies.map(piecesOf) as [Piece[], Piece[], Piece[]]
  const origins: Origins = { pieces: new Map(), words: new Map() }
  const flow = textOfPieces(ours).eq(textOfPieces(theirs)) ? ours : mergedFlow(common, ours, theirs)
  const wanted = textOfPieces(flow, origins)
  const both = copyOf(...[here, incoming].sort(byVector))
  const conflicts = slipConflicts(copies[2], copies[0], copies[1], both)
  both.clientID = fingerprint(both)
  if (!textOfPieces(piecesOf(both)).eq(wanted)) correct(both, wanted, origins)
  keepLostValues(both, conflicts)
  return { update: Y.encodeStateAsUpdate(both, Y.encodeStateVectorFromUpdate(here)), rewritten: rewrittenIn(both, flow), conflicts: conflicts.map(({ field }) => field) }
}

/** Nothing where characters of the flow were dropped because their node could not stay: those that are left cannot be told apart. */
function rewrittenIn(doc: Y.Doc, flow: readonly Piece[]): Meeting['rewritten'] {
  const [before, after] = [inlinesOf(flow), inlinesOf(piecesOf(doc))]
  if (before.length !== after.length) return []
  return after
    .flatMap(({ key, text }, index) => key !== before[index]!.key && text === before[index]!.text && idOf(key).client === doc.clientID ? [{ is: idOf(key), was: idOf(before[index]!.key) }] : [])
    .sort((a, b) => a.is.clock - b.is.clock)
}

/** In the same order for both, because Yjs tidies what it takes in. */
const byVector = (a: Uint8Array, b: Uint8Array) => compare(worded([...vectorOf(a)].sort()), worded([...vectorOf(b)].sort()))

function correct(doc: Y.Doc, wanted: Node, origins: Origins): void {
  writeByPieces(doc, wanted, origins)
  if (!textOfPieces(piecesOf(doc)).eq(wanted)) writeText(doc, wanted)
}

/** The corrector's Yjs client: 32 bits (FNV-1a) of all a merged document has and has deleted, as if one and the same hand had written in both copies. */
function fingerprint(doc: Y.Doc): number {
  const { sv, ds } = Y.snapshot(doc)
  const known = [...sv].sort(([a], [b]) => a - b)
  const deleted = [...ds.clients].sort(([a], [b]) => a - b).map(([client, items]) => [client, items.map(({ clock, len }) => [clock, len])])
  let hash = 0x811C9DC5
  for (const character of JSON.stringify([known, deleted])) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  return hash
}

export function copyOf(...states: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const state of states) Y.applyUpdate(doc, state)
  return doc
}

/** The latest of some states that both copies contain: what they were before they parted. */
export function commonState(states: readonly Uint8Array[], here: Uint8Array, incoming: Uint8Array): Uint8Array | undefined {
  const vectors = [here, incoming].map(vectorOf)
  const known = states.map(state => ({ state, vector: vectorOf(state) })).filter(({ vector }) => vectors.every(copy => isWithin(vector, copy)))
  known.sort((a, b) => sizeOf(b.vector) - sizeOf(a.vector))
  return known.find(({ state }) => [here, incoming].every(copy => hasAll(copy, state)))?.state
}

const vectorOf = (state: Uint8Array) => Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))
const sizeOf = (vector: Map<number, number>) => [...vector.values()].reduce((sum, clock) => sum + clock, 0)
const isWithin = (vector: Map<number, number>, other: Map<number, number>) => [...vector].every(([client, clock]) => (other.get(client) ?? 0) >= clock)

/** Whether a copy has every change and every deletion of a state. */
export function hasAll(copy: Uint8Array, state: Uint8Array): boolean {
  const doc = copyOf(copy)
  const before = Y.snapshot(doc)
  Y.applyUpdate(doc, state)
  return Y.equalSnapshots(before, Y.snapshot(doc))
}
