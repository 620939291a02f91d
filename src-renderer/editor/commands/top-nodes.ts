import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { deckTypes, type DeckType } from '../../../src-main/common/document/nodes'
import { isDeckType } from '../../../src-main/common/document/text'

/** A direct child of the story: a deck line or a block. */
export interface TopNode { node: Node, index: number, before: number, after: number }

export function topNode(doc: Node, index: number): TopNode | undefined {
  if (index < 0 || index >= doc.childCount) return undefined
  let before = 0
  for (let i = 0; i < index; i++) before += doc.child(i).nodeSize
  const node = doc.child(index)
  return { node, index, before, after: before + node.nodeSize }
}

/** The top node a position is in, or undefined between two of them. */
export function topNodeAt($position: ResolvedPos): TopNode | undefined {
  if ($position.depth === 0) return undefined
  return { node: $position.node(1), index: $position.index(0), before: $position.before(1), after: $position.after(1) }
}

export const isDeck = (node: Node | undefined) => node !== undefined && isDeckType(node.type.name)

/** The deck line the cursor is in, if it is in one and nothing is selected. */
export function deckLineAtCursor(state: EditorState): TopNode | undefined {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty) return undefined
  const top = topNodeAt(selection.$from)
  return top && isDeck(top.node) ? top : undefined
}

/** Whether a selection reaches over lines of the deck, or from the deck into the body: its ends must not be joined. */
export function isAcrossDeck(selection: Selection): boolean {
  const { $from, $to, empty } = selection
  if (empty || $from.sharedDepth($to.pos) > 0) return false
  const [first, last] = [$from.doc.maybeChild($from.index(0)), $to.doc.maybeChild($to.depth === 0 ? $to.index(0) - 1 : $to.index(0))]
  return (isDeck(first ?? undefined) || isDeck(last ?? undefined)) && first !== last
}

/** Where the body begins: after the last of the leading deck lines. */
export function bodyStart(doc: Node): TopNode | undefined {
  for (let index = 0; index < doc.childCount; index++) if (!isDeck(doc.child(index))) return topNode(doc, index)
  return undefined
}

/** Whether the same lines lead both documents: so it is after each key in the body, which has no time to look at every block. */
export function isSameDeck(before: Node, after: Node): boolean {
  let index = 0
  while (isDeck(before.children[index]) && before.children[index] === after.children[index]) index++
  return !isDeck(before.children[index]) && !isDeck(after.children[index])
}

/** Where a new first or further line of this kind belongs: behind its own kind and every kind before it. */
export function endOfDeckPart(doc: Node, type: DeckType): number {
  let end = 0
  let position = 0
  doc.forEach(node => {
    position += node.nodeSize
    if (isDeckType(node.type.name) && deckTypes.indexOf(node.type.name) <= deckTypes.indexOf(type)) end = position
  })
  return end
}

/** An extra line: leaving or deleting it takes nothing away. The only headline line always stays. */
export function isRemovable(doc: Node, line: Node): boolean {
  if (line.content.size > 0) return false
  return line.type.name !== 'headline' || countOf(doc, 'headline') > 1
}

export function countOf(doc: Node, type: DeckType): number {
  let count = 0
  doc.forEach(node => { if (node.type.name === type) count++ })
  return count
}

/** Puts the cursor at the nearest place for text from `position` on, in the given direction, and shows it. */
export function withCursorNear(tr: Transaction, position: number, direction: 1 | -1): Transaction {
  return tr.setSelection(Selection.near(tr.doc.resolve(position), direction)).scrollIntoView()
}
