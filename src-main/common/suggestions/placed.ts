import type { Node } from '@tiptap/pm/model'
import { AllSelection, NodeSelection, Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { PlannedRange } from './plan'

/** Where a changed stretch of the edited document stands in the tracked one: at `start`, as of the first `steps` steps. */
export interface Placed extends PlannedRange { start: number, steps: number }

/** Where a place outside of every changed stretch, or right after one, is in the tracked document. */
export function positionAfter(position: number, placed: Placed[], tr: Transaction): number {
  const last = placed.filter(range => range.toB <= position).at(-1)
  return tr.mapping.map(position - (last ? last.toB - last.toA : 0), 1)
}

/** The parts of a stretch of the edited document that were not put in by the edit. */
export function unplaced(from: number, to: number, placed: Placed[]): [number, number][] {
  const parts: [number, number][] = []
  let start = from
  for (const { fromB, toB } of placed) {
    if (toB <= start || fromB >= to) continue
    if (fromB > start) parts.push([start, fromB])
    start = toB
  }
  return start < to ? [...parts, [start, to]] : parts
}

/** The selection of the edit in the tracked document; undefined where mapping the old one is best. */
export function selectionAfter(tr: Transaction, placed: Placed[], edit: Transaction, state: EditorState): Selection | undefined {
  const { selection } = edit
  const at = (position: number) => Math.min(selectedPosition(position, placed, tr, state), tr.doc.content.size)
  if (selection instanceof AllSelection) return new AllSelection(tr.doc)
  if (selection instanceof NodeSelection) return nodeSelection(tr.doc, at(selection.from), selection.node)
  if (selection instanceof TextSelection) return TextSelection.between(tr.doc.resolve(at(selection.anchor)), tr.doc.resolve(at(selection.head)))
  return undefined
}

function nodeSelection(doc: Node, position: number, node: Node): Selection {
  const found = doc.nodeAt(position)
  return found?.type === node.type ? NodeSelection.create(doc, position) : Selection.near(doc.resolve(position))
}

/** Backspace leaves the cursor before what it deleted, Delete and a deleted selection leave it behind. */
function selectedPosition(position: number, placed: Placed[], tr: Transaction, { selection }: EditorState): number {
  const inside = placed.find(({ fromB, toB }) => fromB <= position && position <= toB)
  if (!inside) return positionAfter(position, placed, tr)
  const start = tr.mapping.slice(inside.steps)
  if (inside.fromB < inside.toB) return start.map(inside.start, -1) + position - inside.fromB
  const isBackspace = selection.empty && selection.from >= inside.toA
  return isBackspace ? tr.mapping.map(inside.fromA, -1) : start.map(inside.start, -1)
}
