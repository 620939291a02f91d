import { redo as yRedo, undo as yUndo, yUndoPluginKey } from '@tiptap/y-tiptap'
import type { Command, EditorState } from '@tiptap/pm/state'
import type { UndoManager } from 'yjs'

const managerOf = (state: EditorState) => (yUndoPluginKey.getState(state) as { undoManager: UndoManager } | undefined)?.undoManager

/** Takes back the person's own last step; what others or the backend changed stays. */
export const undo: Command = (state, dispatch) => {
  if (!managerOf(state)?.undoStack.length) return false
  return dispatch ? yUndo(state) : true
}

export const redo: Command = (state, dispatch) => {
  if (!managerOf(state)?.redoStack.length) return false
  return dispatch ? yRedo(state) : true
}

/** Ends the running undo step: what comes next is a step of its own. */
export function closeUndoStep(state: EditorState): void {
  managerOf(state)?.stopCapturing()
}
