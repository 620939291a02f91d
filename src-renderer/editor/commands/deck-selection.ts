import { Slice, type Node } from '@tiptap/pm/model'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { isAcrossDeck, topNode } from './top-nodes'

/** Deletes a selection that reaches over parts of the deck and leaves its ends apart: the body never runs into the headline. */
export const deleteAcrossDeck: Command = (state, dispatch) => {
  if (!isAcrossDeck(state.selection)) return false
  dispatch?.(withoutSelection(state).scrollIntoView())
  return true
}

/** A transaction in which the selected parts are gone and the cursor stands where the selection began. */
export function withoutSelection(state: EditorState): Transaction {
  const { tr, doc, selection: { from, to } } = state
  for (let index = doc.childCount - 1; index >= 0; index--) {
    const { node, before, after } = topNode(doc, index)!
    if (after <= from || before >= to) continue
    if (from <= before && to >= after && !isFirstOf(doc, index, from)) tr.delete(before, after)
    else if (node.isTextblock) tr.delete(Math.max(from, before + 1), Math.min(to, after - 1))
    else deleteInside(tr, Math.max(from, before + 1), Math.min(to, after - 1))
  }
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), 1))
}

/** The line the selection begins in stays, empty, as the place to type. */
function isFirstOf(doc: Node, index: number, from: number): boolean {
  return topNode(doc, index)!.node.isTextblock && doc.resolve(from).index(0) === index
}

function deleteInside(tr: Transaction, from: number, to: number) {
  if (to > from) tr.replaceRange(from, to, Slice.empty)
}
