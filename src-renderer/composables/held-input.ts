import { onMounted, watch, type Ref } from 'vue'

/**
 * Listeners that write a text control's value as it is typed, but not while an IME is composing;
 * a value that changed elsewhere is shown as soon as the person is not in the control.
 */
export function useHeldInput(control: Readonly<Ref<HTMLInputElement | HTMLTextAreaElement | null>>, value: () => string, write: (value: string) => void) {
  function show() {
    if (control.value && document.activeElement !== control.value && control.value.value !== value()) control.value.value = value()
  }

  onMounted(show)
  watch(value, show)

  const take = (event: Event) => write((event.target as HTMLInputElement).value)
  return {
    input: (event: Event) => { if (!(event as InputEvent).isComposing) take(event) },
    compositionend: take,
    blur: (event: Event) => {
      take(event)
      show()
    },
  }
}
