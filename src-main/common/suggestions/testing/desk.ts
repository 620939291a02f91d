import { EditorState, TextSelection, type PluginView, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { redo, undo, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { UndoManager } from 'yjs'
import type { Author } from '../../document/stamp'
import { schema } from '../../document/schema'
import { textFragment } from '../../document/story-doc'
import { limitUndo } from '../../document/undo-reach'
import { cutOf, type Cut } from '../moves'
import { tracked } from '../track'
import type { Edit } from './edits'

/** Someone working on a story through the real Yjs binding, without a window; every edit is an undo step. Without `author` edits are not tracked. */
export function desk(doc: Y.Doc, name = '') {
  let state = EditorState.create({ schema, plugins: [ySyncPlugin(textFragment(doc)), yUndoPlugin()] })
  let serial = 0
  let cut: Cut | undefined
  const host = { get state() { return state }, hasFocus: () => false, dispatch } as unknown as EditorView
  const views: PluginView[] = []
  for (const { spec } of state.plugins) if (spec.view) views.push(spec.view(host))

  function dispatch(tr: Transaction) {
    const before = state
    state = state.apply(tr)
    for (const view of views) view.update?.(host, before)
  }

  const manager = () => (yUndoPluginKey.getState(state) as { undoManager: UndoManager }).undoManager
  limitUndo(manager())

  return {
    get text() { return state.doc },
    edit(edit: Edit, author?: Author): void {
      manager().stopCapturing()
      if (edit.selection) dispatch(state.tr.setSelection(TextSelection.create(state.doc, ...edit.selection(state))))
      const tr = edit.apply(state)
      if (!tr.docChanged) return
      const made = author ? tracked(tr, state, { author, newId: () => `${name}${++serial}`, now: () => serial, cut, isCut: edit.isCut }) : tr
      if (edit.isCut) cut = cutOf(state, made)
      dispatch(made)
    },
    undo: () => { manager().stopCapturing(); undo(state) },
    redo: () => redo(state),
    steps: () => `${manager().undoStack.length}/${manager().redoStack.length}`,
  }
}
export type Desk = ReturnType<typeof desk>
