import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { storyDoc } from '../../document/story-doc'
import { desk, type Desk } from '../../suggestions/testing/desk'
import { commonState, copyOf, meeting } from '../meet'

/** A person's copy of a story, and the states of it that were handed on. */
export interface Peer { desk: Desk, doc: Y.Doc, states: Uint8Array[] }

let client = 0

/** A copy as a window opens it: with a Yjs client of its own and nothing to undo. */
export function opened(state: Uint8Array, states: Uint8Array[]): Peer {
  const doc = copyOf(state)
  doc.clientID = 1000 + ++client
  return { desk: desk(doc, `${client}-`), doc, states }
}

export function peersOf(story: Node, count: number): Peer[] {
  client = 0
  const state = Y.encodeStateAsUpdate(storyDoc(story))
  return Array.from({ length: count }, () => opened(state, [state]))
}

/** Each works the other's package into their own copy, as both had it before; both must come to the same. */
export function met(a: Peer, b: Peer): [Peer, Peer] {
  const [stateA, stateB] = [a, b].map(({ doc }) => Y.encodeStateAsUpdate(doc)) as [Uint8Array, Uint8Array]
  const base = commonState([...a.states, ...b.states, stateA, stateB], stateA, stateB)!
  return [[stateA, stateB] as const, [stateB, stateA] as const].map(([here, incoming]) => {
    const state = Y.mergeUpdates([here, meeting(here, incoming, base).update])
    return opened(state, [...new Set([...a.states, ...b.states, stateA, stateB, state])])
  }) as [Peer, Peer]
}
