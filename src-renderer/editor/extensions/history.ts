import { Extension } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { redo, undo } from '../commands/history'

/** Keys of undo and redo, before those that Collaboration brings, which leave the cursor behind. */
export const HistoryKeys = Extension.create({
  name: 'historyKeys',
  priority: 1100,
  addKeyboardShortcuts() {
    const key = (command: Command) => () => {
      command(this.editor.state, this.editor.view.dispatch, this.editor.view)
      return true
    }
    return { 'Mod-z': key(undo), 'Shift-Mod-z': key(redo), 'Mod-y': key(redo) }
  },
})
