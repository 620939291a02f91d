import type { Node } from '@tiptap/pm/model'
import type { Stamp } from '../document/stamp'
import type { PlannedRange } from './plan'
import { moveStamp } from './stamp-at'
import type { TrackOptions } from './track'

const least = 2 // characters; a single one may come back by chance

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
