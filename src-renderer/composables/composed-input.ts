import { onScopeDispose } from 'vue'

/** Listeners for a text input that hand its value over `delay` ms after the last change, never while an IME is composing. */
export function composedInput(use: (value: string) => void, delay = 150) {
  let timer: ReturnType<typeof setTimeout> | undefined

  function later(event: Event) {
    clearTimeout(timer)
    const { value } = event.target as HTMLInputElement
    timer = setTimeout(() => use(value), delay)
  }

  onScopeDispose(() => clearTimeout(timer))
  return {
    input: (event: Event) => { if (!(event as InputEvent).isComposing) later(event) },
    compositionend: later,
  }
}
