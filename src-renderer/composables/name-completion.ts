import { computed, nextTick, ref, shallowRef, type Ref } from 'vue'
import { callAt } from '../../src-main/common/comments/threads'
import { pinyinInitials } from '../commands/pinyin-initials'

const most = 8 // names offered at once

/** Completing the name behind an @ in a text field: what is offered as it is typed, and the keys that choose. Never while an input method composes. */
export function useNameCompletion(text: Ref<string>, names: () => readonly string[]) {
  const call = shallowRef<ReturnType<typeof callAt>>()
  const active = ref(0)
  const offered = computed(() => call.value ? names().filter(name => isBegun(name, call.value!.begun)).slice(0, most) : [])

  /** Looks at what stands before the cursor; also when the cursor moves. */
  function follow(event: Event) {
    const { value, selectionStart, selectionEnd } = event.target as HTMLTextAreaElement
    const isTyping = !(event as InputEvent).isComposing && selectionStart === selectionEnd
    call.value = isTyping ? callAt(value, selectionStart) : undefined
    active.value = 0
  }

  function close() {
    call.value = undefined
  }

  function choose(name: string, field: HTMLTextAreaElement) {
    const { from, begun } = call.value!
    const end = from + 1 + begun.length
    const called = `@${name} `
    text.value = text.value.slice(0, from) + called + text.value.slice(end)
    close()
    void nextTick(() => field.setSelectionRange(from + called.length, from + called.length))
  }

  function press(event: KeyboardEvent) {
    const { length } = offered.value
    if (length === 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') active.value = (active.value + 1) % length
    else if (event.key === 'ArrowUp') active.value = (active.value + length - 1) % length
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offered.value[active.value]!, event.target as HTMLTextAreaElement)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return { offered, active, follow, close, choose, press }
}

/** By its characters, or by the initials of its pinyin. A name that is complete needs no help. */
const isBegun = (name: string, begun: string) => name !== begun && (name.startsWith(begun) || (begun !== '' && pinyinInitials(name).startsWith(begun.toLowerCase())))
