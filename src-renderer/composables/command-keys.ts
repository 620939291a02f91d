import { onMounted, onUnmounted } from 'vue'
import { isLeftToField, takeBrowserHistory } from '../commands/field-history'
import { useCommandStore } from '../stores/commands'

/** Runs commands by their keys, wherever the focus is. */
export function useCommandKeys() {
  const commands = useCommandStore()

  function listen(event: KeyboardEvent) {
    if (isTyping(event) || event.defaultPrevented || event.isComposing) return
    const command = commands.commandFor(event)
    if (command && !isLeftToField(command.id) && commands.choose(command.id)) event.preventDefault()
  }

  /** Plain characters mean no command: typing does not wait for the list to be searched. */
  function isTyping(event: KeyboardEvent) {
    return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
  }

  onMounted(() => {
    addEventListener('keydown', listen)
    addEventListener('beforeinput', takeBrowserHistory)
  })
  onUnmounted(() => {
    removeEventListener('keydown', listen)
    removeEventListener('beforeinput', takeBrowserHistory)
  })
}
