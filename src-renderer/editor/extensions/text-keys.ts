import { Extension } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { toggleMark } from '../commands/formatting'
import { redo, undo } from '../commands/history'
import { goToTextEnd } from '../commands/text-ends'
import { cursorAsShownPlugin } from '../plugins/cursor-as-shown'

/**
 * Keys that cannot be left to the window's commands: ProseMirror takes Ctrl-B, Y and Z for itself, and Collaboration's undo leaves
 * the cursor behind. Every key acts where the cursor is shown.
 */
export const TextKeys = Extension.create({
  name: 'textKeys',
  priority: 1100,
  addProseMirrorPlugins: () => [cursorAsShownPlugin()],
  addKeyboardShortcuts() {
    const key = (command: Command) => () => {
      command(this.editor.state, this.editor.view.dispatch, this.editor.view)
      return true
    }
    const end = (bias: -1 | 1, isExtended: boolean) => () => goToTextEnd(bias, { extends: isExtended })(this.editor.state, this.editor.view.dispatch)
    return {
      ...Object.fromEntries(['Mod-Home', 'Cmd-ArrowUp'].flatMap(name => [[name, end(-1, false)], [`Shift-${name}`, end(-1, true)]])),
      ...Object.fromEntries(['Mod-End', 'Cmd-ArrowDown'].flatMap(name => [[name, end(1, false)], [`Shift-${name}`, end(1, true)]])),
      'Mod-b': key(toggleMark('strong')), 'Mod-z': key(undo), 'Shift-Mod-z': key(redo), 'Mod-y': key(redo),
    }
  },
})
