const patience = 100 // milliseconds; a window that is not seen paints no frames

/** What waits for the next paint, all together: each frame, timer or channel of its own would be made on the way of a key press. */
const waiting = new Set<() => void>()
const { port1, port2 } = new MessageChannel()
let frame = 0
let timer: ReturnType<typeof setTimeout> | undefined
port1.onmessage = run

/** Calls back in a task of its own once the next frame is painted, or soon where none comes. Returns the function that calls it off. */
export function afterPaint(callback: () => void): () => void {
  const own = () => callback()
  waiting.add(own)
  if (waiting.size === 1) wait()
  return () => { waiting.delete(own) }
}

function wait() {
  cancelAnimationFrame(frame)
  clearTimeout(timer)
  frame = requestAnimationFrame(() => port2.postMessage(null))
  timer = setTimeout(run, patience)
}

function run() {
  cancelAnimationFrame(frame)
  clearTimeout(timer)
  const due = [...waiting]
  waiting.clear()
  due.forEach(runOne)
}

/** What fails does not keep the others from their turn. */
function runOne(callback: () => void) {
  try {
    callback()
  } catch (error) {
    reportError(error)
  }
}
