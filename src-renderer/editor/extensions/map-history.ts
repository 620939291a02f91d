import { Extension } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { Doc, Transaction, UndoManager } from 'yjs'
import { layoutMap, layoutOrigin } from '../../../src-main/common/document/layout'
import { slipMap } from '../../../src-main/common/document/slip-map'
import { slipChangesMap, slipOrigin } from '../../../src-main/common/suggestions/slip-changes'

/**
 * What is not text and yet a step of the same undo: each choice of the story's print plan by itself, and what was decided about slip changes or restored of
 * the slip, together with the text that was decided or restored at once.
 */
export const MapHistory = Extension.create<{ doc: Doc | null }, { stop: () => void }>({
  name: 'mapHistory',
  addOptions: () => ({ doc: null }),
  addStorage: () => ({ stop: () => {} }),
  onCreate() {
    const { editor, options: { doc } } = this
    const { undoManager } = yUndoPluginKey.getState(editor.state) as { undoManager: UndoManager }
    if (!doc) return
    undoManager.addToScope([layoutMap(doc), slipMap(doc), slipChangesMap(doc)])
    undoManager.addTrackedOrigin(layoutOrigin)
    undoManager.addTrackedOrigin(slipOrigin)
    const before = ({ origin }: Transaction) => { if (origin === layoutOrigin) undoManager.stopCapturing() }
    const after = ({ origin }: Transaction) => {
      if (origin === layoutOrigin) undoManager.stopCapturing()
      if (origin === layoutOrigin || origin === slipOrigin) editor.view.dispatch(editor.state.tr) // what can be undone is shown with the next state
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
