import { Fragment, Slice } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'

/** 对调: the characters before and after the cursor change places. */
export const transpose: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const [before, after] = [lastCharacter($from.nodeBefore?.text ?? ''), firstCharacter($from.nodeAfter?.text ?? '')]
  if (!empty || before === '' || after === '') return false
  const [from, to] = [$from.pos - before.length, $from.pos + after.length]
  const { schema } = state
  const swapped = Fragment.from([schema.text(after, $from.nodeAfter!.marks), schema.text(before, $from.nodeBefore!.marks)])
  const tr = state.tr.replaceRange(from, to, new Slice(swapped, 0, 0))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, to)).scrollIntoView())
  return true
}

const firstCharacter = (text: string) => [...text.slice(0, 2)][0] ?? ''
const lastCharacter = (text: string) => [...text.slice(-2)].at(-1) ?? ''
