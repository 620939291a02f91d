import { Collaboration, type CollaborationOptions } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { updateYFragment, ySyncPluginKey, yUndoPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import type { Transaction, UndoManager } from 'yjs'
import { afterPaint } from '../../composables/after-paint'

interface SyncState { binding: ProsemirrorBinding, isChangeOrigin: boolean }

export interface SharedTextOptions {
  /** Whether what is typed may be painted before the document takes it over. */
  mayWait(): boolean
  /** Has `settle` called before anything of the document is sent, asked for or brought in; returns the function that ends it. */
  onSettle(settle: () => void): () => void
}

/**
 * Binds the text to the story's document, and undo to what was done here, as Collaboration does. What somebody types is painted first: the document takes it
 * over right after, and at once when anything else happens to the text or the document. What is worked out for each change and nobody reads is left out.
 */
export const SharedText = Collaboration.extend<CollaborationOptions & SharedTextOptions>({
  addOptions() {
    return { ...this.parent!(), mayWait: () => false, onSettle: () => () => {} }
  },
  addProseMirrorPlugins() {
    const plugins = this.parent!()
    const withKey = (key: PluginKey) => plugins.find(({ spec }) => spec.key === key)!
    takeOverLater(withKey(ySyncPluginKey) as Plugin<SyncState>, this.options)
    withKey(yUndoPluginKey).spec.state!.apply = (_, { undoManager }: { undoManager: UndoManager }) => withoutSelection(undoManager)
    return plugins
  },
})

/** Has the document take over what is typed, now, for commands, which know the editor alone: before the running undo step ends. */
export function settleText(state: EditorState) {
  const sync = ySyncPluginKey.get(state) as Plugin | undefined
  ;(sync?.spec['settle'] as (() => void) | undefined)?.()
}

/** Where the selection was before a step is never restored (`limitUndo`), and so not looked up. */
function withoutSelection(undoManager: UndoManager) {
  return { undoManager, prevSel: null, hasUndoOps: undoManager.undoStack.length > 0, hasRedoOps: undoManager.redoStack.length > 0 }
}

function takeOverLater(sync: Plugin<SyncState>, { mayWait, onSettle }: SharedTextOptions) {
  const { spec, props } = sync
  const { binding } = spec.state!.init({}, undefined as never)
  const { doc } = binding
  const writing = writingAlone(binding)
  const open = spec.view!
  let isTyped = false
  let settle = () => {}

  /** PM asks this right before it dispatches what the browser put into the text; whatever else was dispatched since is not that. */
  props.handleTextInput = () => {
    isTyped = mayWait() && doc._transaction === null
    queueMicrotask(() => { isTyped = false })
    return false
  }
  spec.filterTransaction = tr => {
    if (tr.docChanged) settle()
    return true
  }
  spec['settle'] = () => settle()

  spec.view = view => {
    const inner = open(view)
    let taken: Node | undefined
    let callOff: (() => void) | undefined

    function takeOver() {
      callOff?.()
      callOff = undefined
      const { state } = view
      const isWritten = isFree(binding)
      writing(() => inner.update!(view, state))
      if (isWritten || (ySyncPluginKey.getState(state) as SyncState).isChangeOrigin) taken = state.doc
    }

    /** What is brought into the document before the text typed here was is joined by it: better one step of undo too few than a word lost. */
    function joinIn({ origin }: Transaction) {
      if (origin !== ySyncPluginKey) settle()
    }

    settle = () => { if (callOff) takeOver() }
    doc.on('beforeTransaction', joinIn)
    const endSettling = onSettle(settle)

    return {
      update() {
        if (view.state.doc === taken) return
        if (isTyped && isFree(binding)) callOff ??= afterPaint(settle)
        else takeOver()
        isTyped = false
      },
      destroy() {
        settle()
        endSettling()
        doc.off('beforeTransaction', joinIn)
        inner.destroy?.()
      },
    }
  }
}

/** Whether the binding is not carrying over a change of the document at this moment. */
function isFree({ mux }: ProsemirrorBinding): boolean {
  let is = false
  mux(() => { is = true })
  return is
}

/**
 * Returns what runs a write of the text into the document. The binding would look up where the selection stands there, before and after, and forget it;
 * only within a larger change, at whose end the text is drawn from the document again, is it wanted.
 */
function writingAlone(binding: ProsemirrorBinding) {
  const { doc, type, beforeAllTransactions } = binding
  const writeWithSelection = binding._prosemirrorChanged.bind(binding)
  let isAlone = false

  binding.beforeAllTransactions = () => { if (!isAlone) beforeAllTransactions() }
  binding._prosemirrorChanged = text => {
    if (isAlone) doc.transact(() => updateYFragment(doc, type, text, binding), ySyncPluginKey)
    else writeWithSelection(text)
  }
  return (write: () => void) => {
    isAlone = doc._transaction === null
    try {
      write()
    } finally {
      isAlone = false
    }
  }
}
