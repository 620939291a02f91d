import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { ReplaceStep } from '@tiptap/pm/transform'
import { deleteBreak, deleteInline, deleteNode, insertedInline, insertedNodes, isInOwnNode, type Draft } from './draft'
import type { Placed } from './placed'
import type { PlannedRange } from './plan'
import { placeNodes } from './place-nodes'
import { stampAt } from './stamp-at'

/** Puts one changed stretch into the draft as suggestions; undefined when this kind of place cannot show it. */
export function place(draft: Draft, range: PlannedRange, before: Node, after: Node): Placed | undefined {
  const joined = { ...draft, stamp: range.stamp ?? stampAt(draft, range, before) }
  const start = isInOwnNode(before.resolve(range.fromA), draft.author) ? placePlain(draft, range, after)
    : range.kind === 'nodes' ? placeNodes(joined, range, before, after)
    : placeText(joined, range, after)
  return start === undefined ? undefined : { ...range, start, steps: draft.tr.steps.length }
}

function placePlain({ tr }: Draft, { fromA, toA, fromB, toB }: PlannedRange, after: Node): number {
  tr.step(new ReplaceStep(fromA, toA, after.slice(fromB, toB)))
  return fromA
}

/** What was taken out stays, marked; what was put in follows it. */
function placeText(draft: Draft, range: PlannedRange, after: Node): number {
  const { tr } = draft
  const steps = tr.steps.length
  if (range.kind === 'inline') deleteInline(draft, range.fromA, range.toA)
  else deleteOverBlocks(draft, range)
  const start = tr.mapping.slice(steps).map(range.toA)
  const slice = insertedText(draft, range, start, after)
  if (slice.size > 0) tr.step(new ReplaceStep(start, start, slice))
  return start
}

/** The words of the first block run on from what stands before them; every further block begins with an inserted break. */
function insertedText({ tr, stamp }: Draft, { fromB, toB, depth }: PlannedRange, start: number, after: Node): Slice {
  const [$from, $to] = [after.resolve(fromB), after.resolve(toB)]
  if ($from.sameParent($to)) return new Slice(insertedInline(after.slice(fromB, toB).content, stamp), 0, 0)
  const blocks = [tr.doc.resolve(start).parent.copy(insertedInline($from.parent.content.cut($from.parentOffset), stamp))]
  for (let index = $from.index(depth) + 1; index < $to.index(depth); index++) {
    blocks.push(...insertedNodes([$from.node(depth).child(index)], stamp))
  }
  const last = $to.parent.content.cut(0, $to.parentOffset)
  blocks.push($to.parent.type.create({ ...$to.parent.attrs, suggestion: { inserted: stamp } }, insertedInline(last, stamp)))
  return new Slice(Fragment.from(blocks), 1, 1)
}

/** Deletes from inside one text block to inside a later one of the same container, from the end. */
function deleteOverBlocks(draft: Draft, { fromA, toA, depth }: PlannedRange): void {
  const [$from, $to] = [draft.tr.doc.resolve(fromA), draft.tr.doc.resolve(toA)]
  if ($from.sameParent($to)) return deleteInline(draft, fromA, toA)
  let position = $to.before(depth + 1)
  deleteInline(draft, $to.start(), toA)
  deleteBreak(draft, position)
  for (let index = $to.index(depth) - 1; index > $from.index(depth); index--) {
    const middle = $from.node(depth).child(index)
    position -= middle.nodeSize
    if (middle.isTextblock) deleteInline(draft, position + 1, position + 1 + middle.content.size)
    if (middle.isTextblock) deleteBreak(draft, position)
    else deleteNode(draft, position)
  }
  deleteInline(draft, fromA, $from.end())
}
