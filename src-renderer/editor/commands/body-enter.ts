import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { topNodeAt, withCursorNear } from './top-nodes'

/** Enter at the beginning of a crosshead makes room above it; elsewhere the usual rules hold. */
export const crossheadEnter: Command = (state, dispatch) => {
  const { selection: { $from, empty }, schema, tr } = state
  if (!empty || $from.parent.type.name !== 'crosshead' || $from.parentOffset > 0 || $from.parent.content.size === 0) return false
  dispatch?.(tr.insert($from.before(), schema.nodes.paragraph!.create()).scrollIntoView())
  return true
}

/** Enter in a figure goes from the caption to the credit, and from the credit (or the picture itself) on to the text below. */
export const figureEnter: Command = (state, dispatch) => {
  const figure = figureAt(state)
  if (!figure) return false
  const { $from } = state.selection
  const isInCaption = state.selection instanceof TextSelection && $from.parent.type.name === 'caption'
  dispatch?.(isInCaption ? toCredit(state, figure) : toTextBelow(state, figure))
  return true
}

interface Place { node: Node, before: number, after: number }

function figureAt(state: EditorState): Place | undefined {
  const { selection } = state
  if (selection instanceof NodeSelection) return selection.node.type.name === 'figure' ? { node: selection.node, before: selection.from, after: selection.to } : undefined
  const depth = depthOf(selection.$from, 'figure')
  return depth === 0 ? undefined : { node: selection.$from.node(depth), before: selection.$from.before(depth), after: selection.$from.after(depth) }
}

function depthOf($position: ResolvedPos, type: string): number {
  for (let depth = $position.depth; depth > 0; depth--) if ($position.node(depth).type.name === type) return depth
  return 0
}

function toCredit({ tr, schema }: EditorState, figure: Place): Transaction {
  if (figure.node.lastChild?.type.name !== 'credit') tr.insert(figure.after - 1, schema.nodes.credit!.create())
  return withCursorNear(tr, tr.mapping.map(figure.after) - 1, -1)
}

function toTextBelow({ tr, schema, doc }: EditorState, figure: Place): Transaction {
  const next = doc.resolve(figure.after).nodeAfter
  if (!next?.isTextblock) tr.insert(figure.after, schema.nodes.paragraph!.create())
  return withCursorNear(tr, figure.after, 1)
}

/** Enter on a selected block (a rule, a table) opens a paragraph under it. */
export const paragraphBelow: Command = (state, dispatch) => {
  const { selection, tr, schema } = state
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock || selection.$from.depth > 0) return false
  dispatch?.(withCursorNear(tr.insert(selection.to, schema.nodes.paragraph!.create()), selection.to, 1))
  return true
}

/** Shift-Enter in the body: a line break that starts no paragraph. */
export const insertLineBreak: Command = (state, dispatch) => {
  const { selection: { $from }, schema, tr } = state
  if (!$from.parent.inlineContent || topNodeAt($from) === undefined) return false
  dispatch?.(tr.replaceSelectionWith(schema.nodes.lineBreak!.create()).scrollIntoView())
  return true
}
