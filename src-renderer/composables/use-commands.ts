import { onScopeDispose } from 'vue'
import type { Command } from '../commands/registry'
import { useCommandStore } from '../stores/commands'

/** Adds commands for as long as the calling component is there. */
export function useCommands(commands: Command[]) {
  onScopeDispose(useCommandStore().register(commands))
}
