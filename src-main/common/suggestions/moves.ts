import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { suggestionOf } from '../document/node-suggestion'
import type { Stamp } from '../document/stamp'
import { deletionOf } from './marks'
import type { PlannedRange } from './plan'
import { isMove, moveStamp } from './stamp-at'
import type { TrackOptions } from './track'

const least = 2 // characters; a single one may come back by chance

/** A deletion whose words may come back elsewhere: then the two are one move. */
export interface Cut { stamp: Stamp, text: string }

/** The words just cut, in case they are pasted elsewhere. */
export function cutOf({ doc, selection: { from, to } }: EditorState, { doc: marked, mapping }: Transaction): Cut | undefined {
  let stamp: Stamp | undefined
  marked.nodesBetween(mapping.map(from, -1), mapping.map(to, 1), node => {
    const found = node.isInline ? deletionOf(node) : suggestionOf(node).deleted
    if (found && isMove(found)) stamp = found
  })
  return stamp && { stamp, text: doc.textBetween(from, to, '\n') }
}

/** Marks what an edit takes out in one place and puts in at another, or puts in after it was cut, as one move. */
export function withMoves(plan: PlannedRange[], before: Node, after: Node, stamp: Stamp, { cut, isCut }: Pick<TrackOptions, 'cut' | 'isCut'>): PlannedRange[] {
  if (isCut) return plan.map(range => ({ ...range, stamp: moveStamp(stamp) }))
  const taken = plan.filter(({ fromB, toB }) => fromB === toB).map(range => ({ range, text: textIn(before, range.fromA, range.toA) }))
  return plan.map(range => {
    const text = range.fromA === range.toA ? textIn(after, range.fromB, range.toB) : ''
    if (text.length < least) return isTakenElsewhere(range) ? { ...range, stamp: moveStamp(stamp) } : range
    if (taken.some(other => other.text === text)) return { ...range, stamp: moveStamp(stamp) }
    return cut?.text === text ? { ...range, stamp: cut.stamp } : range
  })

  function isTakenElsewhere(range: PlannedRange): boolean {
    const own = taken.find(other => other.range === range)?.text ?? ''
    return own.length >= least && plan.some(({ fromA, toA, fromB, toB }) => fromA === toA && textIn(after, fromB, toB) === own)
  }
}

const textIn = (doc: Node, from: number, to: number) => doc.textBetween(from, to, '\n')
