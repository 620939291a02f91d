import { ref, type Ref } from 'vue'
import { afterPaint } from './after-paint'

const patience = 1000 // milliseconds that a busy start may keep it waiting

/** Calls back once the window has painted what it shows first and is idle, or a moment later: what a start does not wait for. */
export function afterStart(callback: () => void) {
  afterPaint(() => requestIdleCallback(callback, { timeout: patience }))
}

/** Whether the start is over, for parts of the window that come after the list. */
export function useStarted(): Ref<boolean> {
  const isStarted = ref(false)
  afterStart(() => { isStarted.value = true })
  return isStarted
}
