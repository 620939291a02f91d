import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'
import { deletionOf } from '../../../src-main/common/suggestions/marks'

/** 对调: the characters before and after the cursor change places; words suggested to go stay where they are. */
export const transpose: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const [before, after] = [characterBeside($from, -1), characterBeside($from, 1)]
  if (!empty || !before || !after) return false
  const { schema, tr } = state
  tr.replaceWith(after.from, after.to, schema.text(before.text, before.node.marks))
  tr.replaceWith(before.from, before.to, schema.text(after.text, after.node.marks))
  const end = after.from - (before.to - before.from) + (after.to - after.from) + before.text.length
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView())
  return true
}

/** The next character of the text as it will read, to one side of a place in its block. */
function characterBeside({ parent, pos, parentOffset }: ResolvedPos, side: 1 | -1) {
  const start = pos - parentOffset
  const pieces: { node: Node, from: number, to: number }[] = []
  parent.forEach((node, offset) => {
    const [from, to] = [Math.max(offset, side > 0 ? parentOffset : 0), Math.min(offset + node.nodeSize, side < 0 ? parentOffset : parent.content.size)]
    if (from < to && !deletionOf(node)) pieces.push({ node, from: start + from, to: start + to })
  })
  const piece = side > 0 ? pieces[0] : pieces.at(-1)
  if (!piece?.node.isText) return
  const text = [...parent.textBetween(piece.from - start, piece.to - start)].at(side > 0 ? 0 : -1)!
  return { node: piece.node, text, from: side > 0 ? piece.from : piece.to - text.length, to: side > 0 ? piece.from + text.length : piece.to }
}
