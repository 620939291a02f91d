import { redo as yRedo, undo as yUndo, yUndoPluginKey } from '@tiptap/y-tiptap'
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

/** The cursor goes where the text changed, should the step have left it elsewhere. */
function stepped(step: (state: EditorState) => boolean, state: EditorState, view: EditorView | undefined): boolean {
  const isDone = step(state)
  if (!isDone || !view) return isDone
  const { doc, selection, tr } = view.state
  const from = doc.content.findDiffStart(state.doc.content)
  if (from === null) return true
  const to = Math.max(from, doc.content.findDiffEnd(state.doc.content)?.a ?? from)
  if (selection.to < from || selection.from > to) tr.setSelection(Selection.near(doc.resolve(Math.min(to, doc.content.size)), -1))
  view.dispatch(tr.scrollIntoView())
  return true
}

/** Ends the running undo step: what comes next is a step of its own. */
export function closeUndoStep(state: EditorState): void {
  managerOf(state)?.stopCapturing()
}
