import { Fragment, type Node, type Slice } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { isDeckType } from '../../../src-main/common/document/text'
import { withoutSelection } from '../commands/deck-selection'
import { bodyStart, isAcrossDeck, isDeck, topNodeAt } from '../commands/top-nodes'

const mostLines = 3 // a deck part has at most three lines; what is longer is an article
const keptMarks = new Set(['ruby', 'emphasisDots', 'subscript', 'superscript'])

/**
 * Pasting into a deck line: one line stays one line, two or three become lines of the same kind, and of a whole article the first line
 * goes into the deck and the rest, with its structure, before the body.
 */
export function pasteIntoDeck(state: EditorState, slice: Slice): Transaction | null {
  const top = topNodeAt(state.selection.$from)
  if (!top || !isDeck(top.node)) return null
  const lines = inlineLines(slice.content)
  if (lines.length === 0) return null
  const tr = isAcrossDeck(state.selection) ? withoutSelection(state) : state.tr.deleteSelection()
  const isArticle = lines.length > mostLines && slice.content.firstChild?.isTextblock
  insertLines(tr, isArticle ? lines.slice(0, 1) : lines)
  if (isArticle) insertBeforeBody(tr, slice.content.cut(slice.content.firstChild!.nodeSize))
  return tr.scrollIntoView()
}

function insertLines(tr: Transaction, lines: Node[][]) {
  lines.forEach((line, index) => {
    if (index > 0) tr.split(tr.selection.from)
    tr.replaceWith(tr.selection.from, tr.selection.from, line)
  })
}

function insertBeforeBody(tr: Transaction, blocks: Fragment) {
  const body = bodyStart(tr.doc)
  const at = body?.before ?? tr.doc.content.size
  const isEmpty = body?.node.type.name === 'paragraph' && body.node.content.size === 0
  tr.replaceWith(at, isEmpty ? body.after : at, blocks)
  tr.setSelection(Selection.near(tr.doc.resolve(at + blocks.size), -1))
}

/** The text of each paragraph of a fragment, as inline nodes without the marks a deck line does not take; empty ones left out. */
export function inlineLines(content: Fragment): Node[][] {
  const lines: Node[][] = [[]]
  const collect = (node: Node) => {
    if (node.isText) return void lines.at(-1)!.push(node.mark(node.marks.filter(mark => keptMarks.has(mark.type.name))))
    if (node.isTextblock || node.type.name === 'lineBreak') lines.push([])
    node.forEach(collect)
    if (node.isTextblock) lines.push([])
  }
  content.forEach(collect)
  return lines.filter(line => line.some(node => node.text!.trim() !== ''))
}

/** Deck lines pasted into the body become paragraphs: the story keeps the headline it has. */
export function withoutDeckLines(content: Fragment): Fragment {
  const nodes: Node[] = []
  content.forEach(node => nodes.push(isDeckType(node.type.name) ? node.type.schema.nodes.paragraph!.create(null, node.content) : node))
  return Fragment.from(nodes)
}

/** Whether nothing has been typed into the story yet. */
export function isBlank(doc: Node): boolean {
  return doc.textContent === '' && !doc.content.content.some(node => ['table', 'figure', 'rule'].includes(node.type.name))
}
