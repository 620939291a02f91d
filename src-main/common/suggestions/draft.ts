import { Fragment, type Mark, type Node, type ResolvedPos } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { suggestionAttribute, suggestionOf, type NodeSuggestion } from '../document/node-suggestion'
import { isBy, type Author, type Stamp } from '../document/stamp'
import { deletionOf, insertionOf, isSuggestion } from './marks'
import { acceptAll, settledChildren } from './resolve'

/** A tracked transaction in the making: `tr` starts from the document before the edit, `stamp` is given to what has no older stamp to join. */
export interface Draft { tr: Transaction, author: Author, stamp: Stamp }

/** Deletes a stretch of text in one block: what the author inserted goes, what others wrote is marked. From the end, so that positions hold. */
export function deleteInline({ tr, author, stamp }: Draft, from: number, to: number): void {
  if (from >= to) return
  const pieces: { node: Node, start: number, end: number }[] = []
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (node.isInline) pieces.push({ node, start: Math.max(from, position), end: Math.min(to, position + node.nodeSize) })
  })
  for (const { node, start, end } of pieces.reverse()) {
    if (isBy(insertionOf(node), author)) tr.delete(start, end)
    else if (deletionOf(node)) continue
    else if (node.isText) tr.addMark(start, end, node.type.schema.marks.deletion!.create(stamp))
    else setSuggestion(tr, start, { ...suggestionOf(node), deleted: stamp })
  }
}

/** Deletes the break before the text block at `position`: the author's own goes, any other is marked. */
export function deleteBreak({ tr, author, stamp }: Draft, position: number): void {
  const $position = tr.doc.resolve(position)
  const suggestion = suggestionOf($position.nodeAfter!)
  if (isBy(suggestion.inserted, author) && $position.nodeBefore?.isTextblock) tr.join(position)
  else if (!suggestion.deleted) setSuggestion(tr, position, { ...suggestion, deleted: stamp })
}

/** Deletes the node at `position` and all it holds. */
export function deleteNode(draft: Draft, position: number): void {
  const { tr, author, stamp } = draft
  const node = tr.doc.nodeAt(position)!
  const suggestion = suggestionOf(node)
  if (node.isTextblock) return deleteBlock(draft, position, node, suggestion)
  if (isBy(suggestion.inserted, author)) tr.delete(position, position + node.nodeSize)
  else if (!suggestion.deleted) setSuggestion(tr, position, { ...suggestion, deleted: stamp })
}

function deleteBlock(draft: Draft, position: number, node: Node, suggestion: NodeSuggestion): void {
  const { tr, author, stamp } = draft
  deleteInline(draft, position + 1, position + 1 + node.content.size)
  const left = tr.doc.nodeAt(position)!
  const isOwn = isBy(suggestion.inserted, author)
  if (isOwn && left.content.size === 0 && canGo(tr.doc.resolve(position))) tr.delete(position, position + left.nodeSize)
  else if (!suggestion.deleted) setSuggestion(tr, position, { ...suggestion, deleted: stamp })
}

const canGo = ($position: ResolvedPos) => $position.parent.canReplace($position.index(), $position.index() + 1)

export function setSuggestion(tr: Transaction, position: number, suggestion: NodeSuggestion): void {
  tr.setNodeAttribute(position, 'suggestion', suggestionAttribute(suggestion))
}

/** Text as the author's insertion: what was suggested in it before is settled, deleted words left out. */
export function insertedInline(content: Fragment, stamp: Stamp): Fragment {
  const inline: Node[] = []
  content.forEach(node => {
    if (deletionOf(node)) return
    inline.push(node.isText ? node.mark(insertedMarks(node, stamp)) : node.type.create({ ...node.attrs, suggestion: { inserted: stamp } }))
  })
  return Fragment.fromArray(inline)
}

function insertedMarks(node: Node, stamp: Stamp): readonly Mark[] {
  return node.type.schema.marks.insertion!.create(stamp).addToSet(node.marks.filter(mark => !isSuggestion(mark)))
}

/** Neighbouring nodes as the author's insertion, what was suggested in them settled. */
export function insertedNodes(nodes: readonly Node[], stamp: Stamp): Node[] {
  if (nodes.length === 0) return []
  const around = nodes[0]!.type.schema.topNodeType.create(null, Fragment.from(nodes))
  return settledChildren(around, acceptAll).map(node => {
    const content = node.isTextblock ? insertedInline(node.content, stamp) : node.content
    return node.type.create({ ...node.attrs, suggestion: { inserted: stamp } }, content)
  })
}

/** Whether a position is inside a node (not a text block) the author inserted as a whole: everything there is part of that insertion. */
export function isInOwnNode($position: ResolvedPos, author: Author): boolean {
  for (let depth = $position.depth; depth > 0; depth--) {
    const node = $position.node(depth)
    if (!node.isTextblock && isBy(suggestionOf(node).inserted, author)) return true
  }
  return false
}
