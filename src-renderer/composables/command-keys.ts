import { onMounted, onUnmounted } from 'vue'
import { useCommandStore } from '../stores/commands'
import { useDialogStore } from '../stores/dialogs'

/** Runs commands by their keys, wherever the focus is, unless an IME is composing or a dialog has the keyboard. */
export function useCommandKeys() {
  const commands = useCommandStore()
  const dialogs = useDialogStore()

  /** Undo and redo in a field of a form are the field's own. */
  function isLeftToField(event: KeyboardEvent) {
    return event.target instanceof HTMLElement && event.target.matches('input, textarea') && /^[zy]$/i.test(event.key) && (event.ctrlKey || event.metaKey)
  }

  function listen(event: KeyboardEvent) {
    if (isTyping(event) || event.defaultPrevented || event.isComposing || isLeftToField(event) || dialogs.current || dialogs.question) return
    const command = commands.commandFor(event)
    if (!command) return
    event.preventDefault()
    commands.run(command.id)
  }

  /** Plain characters mean no command: typing does not wait for the list to be searched. */
  function isTyping(event: KeyboardEvent) {
    return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
  }

  onMounted(() => addEventListener('keydown', listen))
  onUnmounted(() => removeEventListener('keydown', listen))
}
