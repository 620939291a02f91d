import * as Y from 'yjs'
import type { LoggedUpdate, Snapshot } from '../database/repositories/story-log'

/** The document a log stands for. */
export function replay({ snapshot, updates }: { snapshot: Snapshot | undefined, updates: readonly LoggedUpdate[] }): Y.Doc {
  const doc = new Y.Doc()
  const states = updates.map(update => update.payload)
  if (snapshot) states.unshift(snapshot.state)
  doc.transact(() => { for (const state of states) Y.applyUpdate(doc, state, 'log') })
  return doc
}
