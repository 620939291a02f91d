import { Extension } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { Doc, Transaction, UndoManager } from 'yjs'
import { layoutMap, layoutOrigin } from '../../../src-main/common/document/layout'

/** Choices of the story's print plan are steps of the same undo as the text: each one of its own. */
export const LayoutHistory = Extension.create<{ doc: Doc | null }, { stop: () => void }>({
  name: 'layoutHistory',
  addOptions: () => ({ doc: null }),
  addStorage: () => ({ stop: () => {} }),
  onCreate() {
    const { editor, options: { doc } } = this
    const { undoManager } = yUndoPluginKey.getState(editor.state) as { undoManager: UndoManager }
    if (!doc) return
    undoManager.addToScope(layoutMap(doc))
    undoManager.addTrackedOrigin(layoutOrigin)
    const isOfLayout = ({ origin }: Transaction) => origin === layoutOrigin
    const before = (transaction: Transaction) => { if (isOfLayout(transaction)) undoManager.stopCapturing() }
    const after = (transaction: Transaction) => {
      if (!isOfLayout(transaction)) return
      undoManager.stopCapturing()
      editor.view.dispatch(editor.state.tr) // what can be undone is shown with the next state
    }
    doc.on('beforeTransaction', before)
    doc.on('afterTransaction', after)
    this.storage.stop = () => {
      doc.off('beforeTransaction', before)
      doc.off('afterTransaction', after)
    }
  },
  onDestroy() {
    this.storage.stop()
  },
})
