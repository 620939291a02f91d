import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'

/** What can be undone and redone in a story, kept while no editor shows it. */
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
  return {
    destroy() {
      const { undoStack, redoStack } = undoManager
      for (const step of [...undoStack, ...redoStack]) step.meta.clear() // selections, with the whole of the editor they were made in
      Object.assign(history, { undoStack, redoStack })
    },
  }
}
