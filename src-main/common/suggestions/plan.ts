import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { Stamp } from '../document/stamp'
import { suggestionOf } from '../document/node-suggestion'
import type { ChangedRange } from './changed-ranges'

/** How a changed stretch is shown as suggestions: within one text block, over neighbouring text blocks, or as whole nodes. */
export type PlannedRange = ChangedRange & { kind: 'inline' | 'blocks' | 'nodes', depth: number, stamp?: Stamp, isWhole?: boolean }

/** Sorts out the changed stretches. Those that meet in the same nodes become one; `depth` is that of the container they change. */
export function planned(ranges: ChangedRange[], before: Node, after: Node): PlannedRange[] {
  const plan: PlannedRange[] = []
  for (const range of ranges) {
    let next = expanded(range, before, after)
    for (let last = plan.at(-1); last && meets(last, next); last = plan.at(-1)) {
      plan.pop()
      next = expanded({ fromA: last.fromA, toA: Math.max(last.toA, next.toA), fromB: last.fromB, toB: Math.max(last.toB, next.toB) }, before, after)
    }
    plan.push(next)
  }
  return plan
}

/** All of it as one change of whole nodes at the top: always possible. */
export function plannedWhole(ranges: ChangedRange[], before: Node, after: Node): PlannedRange[] {
  const [first, last] = [ranges[0]!, ranges.at(-1)!]
  const range = wholeNodes({ fromA: first.fromA, toA: last.toA, fromB: first.fromB, toB: last.toB }, before, after, 0)
  return [{ ...withRunOns(range, before, after), isWhole: true }]
}

/** Widened by the blocks before that these run on from, and those behind that run on from these. */
function withRunOns(range: PlannedRange, before: Node, after: Node): PlannedRange {
  let { fromA, toA, fromB, toB } = range
  while (fromA > 0 && (runsOn(before.nodeAt(fromA)) || runsOn(after.nodeAt(fromB)))) {
    const size = before.resolve(fromA).nodeBefore!.nodeSize
    fromA -= size
    fromB -= size
  }
  for (let next = before.nodeAt(toA); next && runsOn(next); next = before.nodeAt(toA)) {
    toA += next.nodeSize
    toB += next.nodeSize
  }
  return { ...range, fromA, toA, fromB, toB }
}

const runsOn = (node: Node | null) => node !== null && node.isTextblock && Boolean(suggestionOf(node).deleted || suggestionOf(node).inserted)

const meets = (last: PlannedRange, next: PlannedRange) =>
  next.fromA < last.toA || next.fromB < last.toB || (last.kind === 'nodes' && next.kind === 'nodes' && next.fromA === last.toA)

function expanded(range: ChangedRange, before: Node, after: Node): PlannedRange {
  const [$fromA, $toA, $fromB, $toB] = [before.resolve(range.fromA), before.resolve(range.toA), after.resolve(range.fromB), after.resolve(range.toB)]
  if (isInOneBlock($fromA, $toA) && isInOneBlock($fromB, $toB)) return { ...range, kind: 'inline', depth: $fromA.depth }
  if (areNeighbours($fromA, $toA) && areNeighbours($fromB, $toB) && $fromA.depth === $fromB.depth) return { ...range, kind: 'blocks', depth: $fromA.depth - 1 }
  const depth = Math.min(sharedContainer($fromA, $toA), sharedContainer($fromB, $toB))
  return wholeNodes(range, before, after, depth)
}

const isInOneBlock = ($from: ResolvedPos, $to: ResolvedPos) => $from.parent.isTextblock && $from.sameParent($to)

/** Whether both ends are in text blocks of one container that may hold more of them. */
function areNeighbours($from: ResolvedPos, $to: ResolvedPos): boolean {
  if (!$from.parent.isTextblock || !$to.parent.isTextblock || $from.depth !== $to.depth) return false
  return $from.sharedDepth($to.pos) >= $from.depth - 1 && $from.node($from.depth - 1).type.name !== 'figure'
}

/** Depth of the deepest node around both ends that is no text block. */
function sharedContainer($from: ResolvedPos, $to: ResolvedPos): number {
  const depth = $from.sharedDepth($to.pos)
  return $from.node(depth).isTextblock ? depth - 1 : depth
}

/** A range widened to whole children of the container at `depth`. */
export function wholeNodes(range: ChangedRange, before: Node, after: Node, depth: number): PlannedRange {
  const [fromA, toA] = widened(before.resolve(range.fromA), before.resolve(range.toA), depth)
  const [fromB, toB] = widened(after.resolve(range.fromB), after.resolve(range.toB), depth)
  return { fromA, toA, fromB, toB, kind: 'nodes', depth }
}

const widened = ($from: ResolvedPos, $to: ResolvedPos, depth: number) =>
  [$from.depth > depth ? $from.before(depth + 1) : $from.pos, $to.depth > depth ? $to.after(depth + 1) : $to.pos] as const
