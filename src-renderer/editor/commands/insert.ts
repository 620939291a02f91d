import type { Node, Schema } from '@tiptap/pm/model'
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { PictureInfo } from '../../../src-main/common/ipc/contract'
import { bodyStart, isDeck, topNodeAt } from './top-nodes'

/** Where a new block goes: under the block the cursor is in, in place of an empty paragraph, before the body from inside the deck. */
function placeFor(state: EditorState, position = state.selection.from): { from: number, to: number } {
  const top = topNodeAt(state.doc.resolve(position))
  if (!top) return { from: position, to: position }
  if (isDeck(top.node)) return spotAt(bodyStart(state.doc)?.before ?? top.after)
  return top.node.type.name === 'paragraph' && top.node.content.size === 0 ? { from: top.before, to: top.after } : spotAt(top.after)
}

const spotAt = (position: number) => ({ from: position, to: position })

/** Inserts a block with a paragraph under it to go on in, and returns where the block begins. */
function insertBlock(state: EditorState, block: Node, position?: number): { tr: Transaction, at: number } {
  const { from, to } = placeFor(state, position)
  const tr = state.tr.replaceWith(from, to, block)
  if (!tr.doc.resolve(from + block.nodeSize).nodeAfter?.isTextblock) tr.insert(from + block.nodeSize, state.schema.nodes.paragraph!.create())
  return { tr, at: from }
}

export const insertRule: Command = (state, dispatch) => {
  const { tr, at } = insertBlock(state, state.schema.nodes.rule!.create())
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(at + 1), 1)).scrollIntoView())
  return true
}

/** A table of `rows` × `columns`, its first row a header; the cursor goes into its first cell. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    if (isInTable(state)) return false
    const { tr, at } = insertBlock(state, table(state.schema, rows, columns))
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1), 1)).scrollIntoView())
    return true
  }
}

function isInTable({ selection: { $from } }: EditorState): boolean {
  return topNodeAt($from)?.node.type.name === 'table'
}

function table({ nodes }: Schema, rows: number, columns: number): Node {
  const row = (cell: 'tableHeader' | 'tableCell') => nodes.tableRow!.create(null, Array.from({ length: columns }, () => nodes[cell]!.createAndFill()!))
  return nodes.table!.create(null, Array.from({ length: rows }, (_, index) => row(index === 0 ? 'tableHeader' : 'tableCell')))
}

/** A picture of the library as a figure, with the caption and credit its file carries or room for them; the cursor goes into the caption. */
export function insertFigure({ picture, width, height, caption: words, credit: author }: PictureInfo, position: number | null): Command {
  return (state, dispatch) => {
    const { figure, caption, credit } = state.schema.nodes
    const typed = (text: string) => text === '' ? null : state.schema.text(text)
    const node = figure!.create({ picture, width, height }, [caption!.create(null, typed(words)), credit!.create(null, typed(author))])
    const { tr, at } = insertBlock(state, node, position ?? undefined)
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 2), 1)).scrollIntoView())
    return true
  }
}
