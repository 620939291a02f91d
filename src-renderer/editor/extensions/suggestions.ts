import { Extension } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Author } from '../../../src-main/common/document/stamp'
import { untrackedMeta } from '../../../src-main/common/suggestions/decide'
import { cutOf, type Cut } from '../../../src-main/common/suggestions/moves'
import { tracked, type TrackOptions } from '../../../src-main/common/suggestions/track'
import { suggestionsPlugin } from '../plugins/suggestions'

interface SuggestionOptions {
  /** Whose suggestions edits are at this moment; null while they are not tracked. */
  author: () => Author | null
  /** Called when an edit could not be made a suggestion and changed the text itself. */
  onUntracked: () => void
}

/** Makes every edit a suggestion on its way to the state: whatever key, menu, drop or input method it came from. */
export const Suggestions = Extension.create<SuggestionOptions, { cut: Cut | undefined }>({
  name: 'suggestions',
  addOptions: () => ({ author: () => null, onUntracked: () => {} }),
  addStorage: () => ({ cut: undefined }),
  dispatchTransaction({ transaction, next }) {
    const author = isEdit(transaction) ? this.options.author() : null
    if (!author) return next(transaction)
    const { state } = this.editor
    const isCut = transaction.getMeta('uiEvent') === 'cut'
    const made = suggested(transaction, state, { author, newId, now: Date.now, isCut, cut: this.storage.cut }) ?? transaction
    if (made === transaction) this.options.onUntracked()
    if (isCut) this.storage.cut = cutOf(state, made)
    next(made)
  },
  addProseMirrorPlugins() {
    return [suggestionsPlugin(() => this.options.author() !== null)]
  },
})

/** The edit as a suggestion. Should that ever fail, the failure is reported: what was typed is kept all the same. */
function suggested(tr: Transaction, state: EditorState, options: TrackOptions): Transaction | undefined {
  try {
    return tracked(tr, state, options)
  } catch (error) {
    reportError(error)
    return undefined
  }
}

/** Undo, redo, what others changed, and decisions about suggestions are no edits. */
function isEdit(tr: Transaction): boolean {
  return tr.docChanged && !tr.getMeta(ySyncPluginKey) && !tr.getMeta(untrackedMeta)
}

const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('')
