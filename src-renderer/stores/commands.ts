import { defineStore } from 'pinia'
import { computed, ref, shallowReactive } from 'vue'
import { matches, type KeyPress } from '../commands/accelerator'
import { commandGroups, isEnabled, type Command } from '../commands/registry'
import { useComposing } from '../composables/composing'
import { useDialogStore } from './dialogs'
import { useNoticeStore } from './notices'

const isMac = navigator.platform.startsWith('Mac')
const recentLength = 8

/** Every command that exists now: components add theirs while they are there. */
export const useCommandStore = defineStore('commands', () => {
  const registered = shallowReactive(new Map<string, Command>())
  const recent = ref<string[]>([])
  const [notices, dialogs, isComposing] = [useNoticeStore(), useDialogStore(), useComposing()]

  const all = computed(() => [...registered.values()].sort((a, b) => commandGroups.indexOf(a.group) - commandGroups.indexOf(b.group)))

  /** Returns the function that takes them out again. */
  function register(commands: Command[]): () => void {
    for (const command of commands) registered.set(command.id, command)
    return () => {
      for (const command of commands) if (registered.get(command.id) === command) registered.delete(command.id)
    }
  }

  /** Runs a command asked for by key or by menu, unless a dialog or an input method has the keyboard. */
  function choose(id: string): boolean {
    return !dialogs.current && !dialogs.question && !isComposing.value && run(id)
  }

  /** Runs a command that exists and is enabled; returns whether it did. What goes wrong is shown. */
  function run(id: string): boolean {
    const command = registered.get(id)
    if (!command || !isEnabled(command)) return false
    recent.value = [id, ...recent.value.filter(other => other !== id)].slice(0, recentLength)
    void start(command)
    return true
  }

  async function start(command: Command) {
    try {
      await command.run()
    } catch (reason) {
      notices.fail(reason)
    }
  }

  /** The command a key press means, if it is enabled. */
  function commandFor(press: KeyPress): Command | undefined {
    return all.value.find(command => command.accelerator && matches(command.accelerator, press, isMac) && isEnabled(command))
  }

  return { all, recent, isMac, register, run, choose, commandFor, find: (id: string) => registered.get(id) }
})
