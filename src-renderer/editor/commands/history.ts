import { redo as yRedo, undo as yUndo, yUndoPluginKey } from '@tiptap/y-tiptap'
import type { Node } from '@tiptap/pm/model'
import { Selection, type Command, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { UndoManager } from 'yjs'
import { settleText } from '../extensions/shared-text'

/** With what was typed up to now in its steps. */
function managerOf(state: EditorState): UndoManager | undefined {
  settleText(state)
  return (yUndoPluginKey.getState(state) as { undoManager: UndoManager } | undefined)?.undoManager
}

/** Takes back the person's own last step; what others or the backend changed stays. */
export const undo: Command = (state, dispatch, view) => {
  if (!managerOf(state)?.undoStack.length) return false
  return dispatch ? stepped(yUndo, state, view) : true
}

export const redo: Command = (state, dispatch, view) => {
  if (!managerOf(state)?.redoStack.length) return false
  return dispatch ? stepped(yRedo, state, view) : true
}

/** The cursor goes where the text changed, should the step have left it elsewhere, and behind words that came back. A selection of what changed stays. */
function stepped(step: (state: EditorState) => boolean, state: EditorState, view: EditorView | undefined): boolean {
  const isDone = step(state)
  if (!isDone || !view) return isDone
  const { doc, selection, tr } = view.state
  const change = changeBetween(state.doc, doc)
  if (!change) return true
  const { from, to, formerTo } = change
  const isElsewhere = selection.to < from || selection.from > to
  if (isElsewhere || selection.empty && to > formerTo) tr.setSelection(Selection.near(doc.resolve(Math.min(to, doc.content.size)), -1))
  view.dispatch(tr.scrollIntoView())
  return true
}

/** Where `doc` differs from `former`; `formerTo` is the end of the difference there. Null when they are the same. */
function changeBetween(former: Node, doc: Node): { from: number, to: number, formerTo: number } | null {
  const from = doc.content.findDiffStart(former.content)
  const ends = doc.content.findDiffEnd(former.content)
  if (from === null || !ends) return null
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b)) // of a letter among the same letters either end takes all it can
  return { from, to: ends.a + overlap, formerTo: ends.b + overlap }
}

/** Ends the running undo step: what comes next is a step of its own. */
export function closeUndoStep(state: EditorState): void {
  managerOf(state)?.stopCapturing()
}
