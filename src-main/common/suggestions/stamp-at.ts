import type { Node } from '@tiptap/pm/model'
import { suggestionOf } from '../document/node-suggestion'
import { isBy, type Stamp } from '../document/stamp'
import type { Draft } from './draft'
import { deletionOf, insertionOf } from './marks'
import type { PlannedRange } from './plan'

/** Changes that moved text are complete: what is typed beside them is a change of its own. */
const movePrefix = 'move-'
export const moveStamp = (stamp: Stamp): Stamp => ({ ...stamp, id: movePrefix + stamp.id })
export const isMove = ({ id }: Stamp) => id.startsWith(movePrefix)

/** The stamp of the author's own change that an edit touches, so that what is typed on, or replaces something, is one change; else the draft's. */
export function stampAt({ author, stamp }: Draft, { kind, fromA, toA }: PlannedRange, before: Node): Stamp {
  if (kind === 'nodes') return stamp
  const touched = touchedStamps(before, fromA, toA)
  return touched.find(each => isBy(each, author) && !isMove(each)) ?? stamp
}

function touchedStamps(doc: Node, from: number, to: number): Stamp[] {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  const nodes = [$from.nodeBefore, $to.nodeAfter, $from.nodeAfter, $to.nodeBefore].filter(node => node !== null)
  const { inserted } = isNewBlock($from.parent) ? suggestionOf($from.parent) : {}
  return [...nodes.flatMap(node => node.isInline ? [insertionOf(node), deletionOf(node)] : []), inserted].filter(found => found !== undefined)
}

/** A block with nothing but inserted words belongs with them; one broken off what was there is a change of its own. */
const isNewBlock = (block: Node) => block.content.content.every(node => insertionOf(node))
