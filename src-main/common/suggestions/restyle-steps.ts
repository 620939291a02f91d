import type { Node } from '@tiptap/pm/model'
import { AddMarkStep, AttrStep, RemoveMarkStep, type Step, type Transform } from '@tiptap/pm/transform'
import type { Draft } from './draft'
import { isStyle } from './marks'
import { positionAfter, unplaced, type Placed } from './placed'
import { restyleNode, restyleText } from './restyle'

/** Shows step `index` of an edit, if it changes styles or attributes, outside of what the edit replaced. */
export function restyle(draft: Draft, step: Step, edited: Transform, index: number, placed: Placed[]): void {
  const later = edited.mapping.slice(index + 1)
  if (step instanceof AttrStep) {
    const { pos, deleted } = later.mapResult(step.pos, 1)
    const node = deleted ? null : edited.doc.nodeAt(pos)
    if (node && unplaced(pos, pos + 1, placed).length > 0) restyleNode(draft, positionAfter(pos, placed, draft.tr), node)
  } else if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
    remark(draft, step, later.map(step.from, 1), later.map(step.to, -1), edited.doc, placed)
  }
}

/** Comments are about the text, not part of it: they are set as they are. */
function remark(draft: Draft, step: AddMarkStep | RemoveMarkStep, from: number, to: number, after: Node, placed: Placed[]): void {
  const { tr } = draft
  for (const [start, end] of from < to ? unplaced(from, to, placed) : []) {
    const [first, last] = [positionAfter(start, placed, tr), positionAfter(end - 1, placed, tr) + 1]
    if (isStyle(step.mark)) restyleRange(draft, start, end, after, placed)
    else if (step instanceof AddMarkStep) tr.addMark(first, last, step.mark)
    else tr.removeMark(first, last, step.mark)
  }
}

function restyleRange(draft: Draft, from: number, to: number, after: Node, placed: Placed[]): void {
  after.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return
    const [start, end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)]
    restyleText(draft, positionAfter(start, placed, draft.tr), end - start, node.marks)
  })
}
