import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { deleteAcrossDeck } from './deck-selection'
import { deckLineAtCursor, isDeck, isRemovable, topNode, topNodeAt, withCursorNear, type TopNode } from './top-nodes'

/** Backspace in the deck and at the beginning of the body: lines of one kind join, different kinds never do. */
export const deckBackspace: Command = (state, dispatch) => {
  if (deleteAcrossDeck(state, dispatch)) return true
  const line = deckLineAtCursor(state)
  if (!line) return backspaceAtBodyStart(state, dispatch)
  if (state.selection.$from.parentOffset > 0) return false
  dispatch?.(backspaced(state, line))
  return true
}

function backspaced(state: EditorState, line: TopNode): Transaction {
  const { tr, doc } = state
  const previous = topNode(doc, line.index - 1)
  if (previous && previous.node.type === line.node.type) return tr.join(line.before).scrollIntoView()
  if (isRemovable(doc, line.node)) return withCursorNear(tr.delete(line.before, line.after), line.before, previous ? -1 : 1)
  return previous ? withCursorNear(tr, line.before, -1) : tr
}

/** At the start of the first paragraph: back to the deck; the paragraph stays what it is, unless it is empty and not the only one. */
function backspaceAtBodyStart(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const { tr, doc, selection } = state
  const top = selection instanceof TextSelection && selection.empty ? topNodeAt(selection.$from) : undefined
  if (!top || top.node.type.name !== 'paragraph' || selection.$from.parentOffset > 0 || !isDeck(topNode(doc, top.index - 1)?.node)) return false
  const isExtra = top.node.content.size === 0 && top.index + 1 < doc.childCount
  dispatch?.(withCursorNear(isExtra ? tr.delete(top.before, top.after) : tr, top.before, -1))
  return true
}

/** Delete in the deck: the mirror of Backspace. */
export const deckDelete: Command = (state, dispatch) => {
  if (deleteAcrossDeck(state, dispatch)) return true
  const line = deckLineAtCursor(state)
  if (!line || state.selection.$from.parentOffset < line.node.content.size) return false
  dispatch?.(deleted(state, line))
  return true
}

function deleted(state: EditorState, line: TopNode): Transaction {
  const { tr, doc } = state
  const next = topNode(doc, line.index + 1)
  if (next && next.node.type === line.node.type) return tr.join(line.after).scrollIntoView()
  if (isRemovable(doc, line.node)) return withCursorNear(tr.delete(line.before, line.after), line.before, 1)
  if (next && isDeck(next.node) && isRemovable(doc, next.node)) return tr.delete(next.before, next.after)
  return tr
}

/** Backspace at the start of a crosshead makes it a paragraph again. */
export const crossheadBackspace: Command = (state, dispatch) => {
  const { selection: { $from, empty }, schema, tr } = state
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'crosshead') return false
  dispatch?.(tr.setNodeMarkup($from.before(), schema.nodes.paragraph).scrollIntoView())
  return true
}
