import { onMounted, onUnmounted } from 'vue'
import { useCommandStore } from '../stores/commands'
import { useDialogStore } from '../stores/dialogs'

/** Runs commands by their keys, wherever the focus is, unless an IME is composing or a dialog has the keyboard. */
export function useCommandKeys() {
  const commands = useCommandStore()
  const dialogs = useDialogStore()

  function listen(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || dialogs.current || dialogs.question) return
    const command = commands.commandFor(event)
    if (!command) return
    event.preventDefault()
    commands.run(command.id)
  }

  onMounted(() => addEventListener('keydown', listen))
  onUnmounted(() => removeEventListener('keydown', listen))
}
