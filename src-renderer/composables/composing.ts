import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether an input method is composing anywhere in the window: what stands there is not yet what the person means to write. */
export function useComposing(): Readonly<Ref<boolean>> {
  const isComposing = ref(false)
  const listeners = { compositionstart: () => { isComposing.value = true }, compositionend: () => { isComposing.value = false } }
  for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener, true)
  onScopeDispose(() => { for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener, true) })
  return isComposing
}
