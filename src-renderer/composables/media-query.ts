import { onScopeDispose, ref } from 'vue'

/** Whether a media query holds, now and later. */
export function useMediaQuery(text: string) {
  const query = matchMedia(text)
  const holds = ref(query.matches)
  const read = () => { holds.value = query.matches }
  query.addEventListener('change', read)
  onScopeDispose(() => query.removeEventListener('change', read))
  return holds
}
