import type { Node } from '@tiptap/pm/model'
import { deleteNode, insertedNodes, type Draft } from './draft'
import type { PlannedRange } from './plan'
import { restyleNode } from './restyle'

/**
 * Shows changed children of a container: nodes that only look different are restyled, the others are deleted and inserted as wholes.
 * Returns where the new nodes stand, or undefined when the container cannot hold both.
 */
export function placeNodes(draft: Draft, range: PlannedRange, before: Node, after: Node): number | undefined {
  const container = before.resolve(range.fromA).node(range.depth)
  const all = { old: childrenOf(before, range.fromA, range.toA), fresh: childrenOf(after, range.fromB, range.toB), start: range.fromA }
  if (range.isWhole) return replaced(draft, all.old, all.fresh, all.start)
  const { old, fresh, start } = trimmed(all.old, all.fresh, all.start)
  if (old.length === fresh.length && old.every((node, index) => isSameButLook(node, fresh[index]!))) return restyled(draft, old, fresh, start)
  if (old.length > 0 && fresh.length > 0 && isStrict(container)) return undefined
  return replaced(draft, old, fresh, start)
}

/** Tables stay rectangular, figures have one caption: there only whole children come or go. */
const isStrict = (container: Node) => ['table', 'tableRow', 'figure'].includes(container.type.name)

/** Leaves out what is the same at both ends. */
function trimmed(old: Node[], fresh: Node[], from: number): { old: Node[], fresh: Node[], start: number } {
  let [left, right, start] = [0, 0, from]
  const most = Math.min(old.length, fresh.length)
  for (; left < most && old[left]!.eq(fresh[left]!); left++) start += old[left]!.nodeSize
  while (right < most - left && old[old.length - 1 - right]!.eq(fresh[fresh.length - 1 - right]!)) right++
  return { old: old.slice(left, old.length - right), fresh: fresh.slice(left, fresh.length - right), start }
}

function isSameButLook(a: Node, b: Node): boolean {
  return a.isLeaf === b.isLeaf && a.isTextblock === b.isTextblock && a.content.eq(b.content) && b.type.validContent(a.content)
}

function restyled(draft: Draft, old: Node[], fresh: Node[], start: number): number {
  let position = start
  for (const [index, node] of old.entries()) {
    restyleNode(draft, position, fresh[index]!)
    position += node.nodeSize
  }
  return start
}

function replaced(draft: Draft, old: Node[], fresh: Node[], start: number): number {
  const { tr, stamp } = draft
  let position = start + sizeOf(old)
  const end = position
  const steps = tr.steps.length
  for (const node of [...old].reverse()) deleteNode(draft, position -= node.nodeSize)
  const place = tr.mapping.slice(steps).map(end)
  const nodes = insertedNodes(fresh, stamp)
  if (nodes.length > 0) tr.insert(place, nodes)
  return place
}

const sizeOf = (nodes: Node[]) => nodes.reduce((sum, node) => sum + node.nodeSize, 0)

function childrenOf(doc: Node, from: number, to: number): Node[] {
  const nodes: Node[] = []
  doc.slice(from, to).content.forEach(node => nodes.push(node))
  return nodes
}
