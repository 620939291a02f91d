import { ref, type Ref } from 'vue'

const patience = 1000 // milliseconds that a busy start, or a window that is not seen, may keep it waiting

/** The window's first look is on the screen: what follows does not take the processor from its painting. */
const firstPaint = new Promise<void>(resolve => {
  new PerformanceObserver(paints => {
    if (paints.getEntriesByName('first-contentful-paint').length > 0) resolve()
  }).observe({ type: 'paint', buffered: true })
  setTimeout(resolve, patience)
})

/** Calls back once the window has painted what it shows first and is idle, or a moment later: what a start does not wait for. */
export function afterStart(callback: () => void) {
  void firstPaint.then(() => requestIdleCallback(callback, { timeout: patience }))
}

/** Whether the start is over, for parts of the window that come after the list. */
export function useStarted(): Ref<boolean> {
  const isStarted = ref(false)
  afterStart(() => { isStarted.value = true })
  return isStarted
}
