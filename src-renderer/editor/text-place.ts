import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type Command } from '@tiptap/pm/state'
import { positionOfFinal, type FinalPlace } from '../../src-main/common/suggestions/final-places'
import { finalRange, type FinalStretch } from '../../src-main/common/suggestions/final-range'

/** Puts the cursor at a place of the final text and brings it into view. */
export const goToFinalPlace = (place: FinalPlace, side: 'before' | 'after'): Command => (state, dispatch) => {
  const position = positionOfFinal(state.doc, place, side)
  if (position === undefined) return false
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(position), 1)).scrollIntoView())
  return true
}

/** Selects a stretch of the final text, with what is suggested to go within it, and brings it into view; a figure without words is selected whole. */
export const goToStretch = (stretch: FinalStretch): Command => (state, dispatch) => {
  const range = stretch.from < stretch.to ? finalRange(state.doc, stretch) : pointOf(state.doc, stretch)
  if (!range) return false
  const isText = [range.from, range.to].every(position => state.doc.resolve(position).parent.inlineContent)
  const selection = isText ? TextSelection.create(state.doc, range.from, range.to) : NodeSelection.create(state.doc, state.doc.resolve(range.from).before(1))
  dispatch?.(state.tr.setSelection(selection).scrollIntoView())
  return true
}

function pointOf(doc: Node, { block, from }: FinalStretch) {
  const position = positionOfFinal(doc, { block, offset: from })
  return position === undefined ? undefined : { from: position, to: position }
}
