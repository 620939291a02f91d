const patience = 100 // milliseconds; a window that is not seen paints no frames

/** Calls back in a task of its own once the next frame is painted, or soon where none comes. Returns the function that calls it off. */
export function afterPaint(callback: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const frame = requestAnimationFrame(() => port2.postMessage(null))
  const timer = setTimeout(run, patience)
  port1.onmessage = run

  function stop() {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    port1.close()
  }

  function run() {
    stop()
    callback()
  }

  return stop
}
