import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'
import { limitUndo } from '../../../src-main/common/document/undo-reach'

/** What can be undone and redone in a story, kept while no editor shows it. No step holds anything of the editor it was made in. */
export type EditHistory = Pick<UndoManager, 'undoStack' | 'redoStack'>

/** Takes up the steps of the editor that showed the story before, and hands them on when it closes. */
export const SessionHistory = Extension.create<{ history: EditHistory }>({
  name: 'sessionHistory',
  addOptions: () => ({ history: { undoStack: [], redoStack: [] } }),
  addProseMirrorPlugins() {
    const { history } = this.options
    return [new Plugin({ view: view => takeUp(view, history) })]
  },
})

function takeUp(view: EditorView, history: EditHistory) {
  const { undoManager } = yUndoPluginKey.getState(view.state) as { undoManager: UndoManager }
  undoManager.undoStack = history.undoStack
  undoManager.redoStack = history.redoStack
  const endLimit = limitUndo(undoManager)
  return {
    destroy() {
      endLimit()
      const { undoStack, redoStack } = undoManager
      Object.assign(history, { undoStack, redoStack })
    },
  }
}
