import { Extension } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { chainCommands } from '@tiptap/pm/commands'
import { crossheadEnter, figureEnter, insertLineBreak, paragraphBelow } from '../commands/body-enter'
import { crossheadBackspace, deckBackspace, deckDelete } from '../commands/deck-delete'
import { deckEnter, newDeckLine } from '../commands/deck-enter'
import { structurePlugin } from '../plugins/structure'
import { deckSelectionPlugin } from '../plugins/deck-selection'
import { deckSlotsPlugin } from '../plugins/deck-slots'

/** How Enter, Backspace and Delete move through the deck and the body, and the order the parts are kept in. */
export const Deck = Extension.create({
  name: 'deck',
  priority: 900,
  addKeyboardShortcuts() {
    const key = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch, this.editor.view)
    const backspace = key(chainCommands(deckBackspace, crossheadBackspace))
    return {
      'Enter': key(chainCommands(deckEnter, figureEnter, crossheadEnter, paragraphBelow)),
      'Shift-Enter': key(chainCommands(newDeckLine, insertLineBreak)),
      'Backspace': backspace,
      'Shift-Backspace': backspace,
      'Mod-Backspace': key(deckBackspace),
      'Delete': key(deckDelete),
      'Mod-Delete': key(deckDelete),
    }
  },
  addProseMirrorPlugins: () => [structurePlugin(), deckSelectionPlugin(), deckSlotsPlugin()],
})
