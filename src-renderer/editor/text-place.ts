import type { Node } from '@tiptap/pm/model'
import { positionOfFinal, type FinalPlace } from '../../src-main/common/suggestions/final-places'
import { NodeSelection, TextSelection, type Command } from '@tiptap/pm/state'

/** A stretch of a top-level node's text: offsets count characters and line breaks, suggested deletions included, as preflight does. */
export interface TextPlace { block: number, from: number, to: number }

/** Where in the document a place is; undefined when the text has changed so that it is no more. */
export function rangeOf(doc: Node, { block, from, to }: TextPlace): { from: number, to: number } | undefined {
  const node = doc.maybeChild(block)
  if (!node) return
  let start = 0
  for (let index = 0; index < block; index++) start += doc.child(index).nodeSize
  const [first, last] = [positionIn(node, from), positionIn(node, to)]
  return first === undefined || last === undefined ? undefined : { from: start + first, to: start + last }
}

/** The position of an offset, counted from before the node. */
function positionIn(node: Node, offset: number): number | undefined {
  let [left, found]: [number, number | undefined] = [offset, undefined]
  if (node.inlineContent && node.childCount === 0) return offset === 0 ? 1 : undefined
  node.descendants((child, position) => {
    if (found !== undefined) return false
    const length = child.isText ? child.text!.length : child.type.name === 'lineBreak' ? 1 : 0
    if (child.isInline && left <= length) found = position + 1 + left
    left -= length
    return true
  })
  return found ?? (left === 0 ? 1 : undefined)
}

/** Puts the cursor at a place of the final text and brings it into view. */
export const goToFinalPlace = (place: FinalPlace, side: 'before' | 'after'): Command => (state, dispatch) => {
  const position = positionOfFinal(state.doc, place, side)
  if (position === undefined) return false
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(position), 1)).scrollIntoView())
  return true
}

/** Puts the selection there and brings it into view. */
export const goToPlace = (place: TextPlace): Command => (state, dispatch) => {
  const range = rangeOf(state.doc, place)
  if (!range) return false
  const isText = state.doc.resolve(range.from).parent.inlineContent && state.doc.resolve(range.to).parent.inlineContent
  const selection = isText ? TextSelection.create(state.doc, range.from, range.to) : NodeSelection.create(state.doc, state.doc.resolve(range.from).before(1))
  dispatch?.(state.tr.setSelection(selection).scrollIntoView())
  return true
}
