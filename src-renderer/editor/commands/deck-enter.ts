import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { deleteAcrossDeck } from './deck-selection'
import { bodyStart, deckLineAtCursor, isAcrossDeck, isDeck, isRemovable, topNode, topNodeAt, withCursorNear, type TopNode } from './top-nodes'

/**
 * Enter in the deck. In a headline line it breaks the line, the only way a headline breaks; at the end of a kicker or subhead, and in an
 * empty line, it goes on to the next part, and an extra empty line disappears.
 */
export const deckEnter: Command = (state, dispatch) => {
  const line = deckLineAtCursor(state)
  if (!line) return enterOverSelection(state, dispatch)
  const isAtEnd = state.selection.$from.parentOffset === line.node.content.size
  const goesOn = line.node.content.size === 0 || (isAtEnd && line.node.type.name !== 'headline')
  dispatch?.(goesOn ? goOn(state.tr, line) : splitLine(state.tr))
  return true
}

/** Shift-Enter in the deck: another line of the same kind. */
export const newDeckLine: Command = (state, dispatch) => {
  if (!deckLineAtCursor(state)) return false
  dispatch?.(splitLine(state.tr))
  return true
}

const splitLine = (tr: Transaction) => tr.split(tr.selection.from).scrollIntoView()

function enterOverSelection(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const { selection } = state
  if (isAcrossDeck(selection)) return deleteAcrossDeck(state, dispatch)
  const top = topNodeAt(selection.$from)
  if (selection.empty || !(selection instanceof TextSelection) || !top || !isDeck(top.node)) return false
  dispatch?.(splitLine(state.tr.deleteSelection()))
  return true
}

function goOn(tr: Transaction, line: TopNode): Transaction {
  const next = topNode(tr.doc, line.index + 1)
  if (line.node.type.name === 'kicker' && !isDeckLineAfterKicker(next)) return withCursorNear(tr.insert(line.after, tr.doc.type.schema.nodes.headline!.create()), line.after, 1)
  if (!next) return withCursorNear(tr.insert(line.after, tr.doc.type.schema.nodes.paragraph!.create()), line.after, 1)
  if (!isRemovable(tr.doc, line.node)) return withCursorNear(tr, line.after, 1)
  return withCursorNear(tr.delete(line.before, line.after), line.before, 1)
}

const isDeckLineAfterKicker = (next: TopNode | undefined) => next !== undefined && ['kicker', 'headline'].includes(next.node.type.name)

/** Puts the cursor at the beginning of the body. */
export const goToBody: Command = (state, dispatch) => {
  const body = bodyStart(state.doc)
  if (!body) return false
  dispatch?.(withCursorNear(state.tr, body.before, 1))
  return true
}
