import type { Command } from '../commands/registry'
import type { CopyfitOption } from '../../src-main/common/print/copyfit/options'
import { useCopyfitStore } from '../stores/copyfit'
import { useDialogStore } from '../stores/dialogs'
import { useCommands } from './use-commands'

/** Fitting the open story, as a whole or beginning with one way to do it. */
export function useCopyfitCommands() {
  const [copyfit, dialogs] = [useCopyfitStore(), useDialogStore()]
  const kinds: CopyfitOption['kind'][] = ['size', 'lines', 'columns', 'cut']

  function open(kind: CopyfitOption['kind'] | null) {
    copyfit.wanted = kind
    dialogs.open('copyfit')
  }

  const beginning = (kind: CopyfitOption['kind']): Command =>
    ({ id: `story.copyfit.${kind}`, label: `copyfit.commands.${kind}`, group: 'story', submenu: 'copyfit', isEnabled: () => copyfit.isPossible, run: () => open(kind) })

  useCommands([
    { id: 'story.copyfit', label: 'copyfit.open', group: 'story', submenu: 'copyfit', accelerator: 'CmdOrCtrl+Shift+K', isEnabled: () => copyfit.isPossible, run: () => open(null) },
    ...kinds.map(beginning),
  ])
}
