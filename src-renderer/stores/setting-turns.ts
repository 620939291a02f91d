export const typingPause = 250 // ms without a change, after which nobody is taken to be typing

const restRatio = 3 // while nobody looks at the page, the typesetter rests so many times as long as it set: typing in a long story has the machine for itself
const leastRest = 400 // ms it rests then in any case: the figures do not follow each key press, which would wait for their frame

/**
 * When what was typed is set: as it is painted in the text while somebody looks at the page; else after a rest, behind the paint of a key or in a pause,
 * so that a setting of an ordinary story is over before the next key wants the processor.
 */
export function settingTurns({ begin, whenPainted }: { begin(): void, whenPainted(begin: () => void): void }) {
  let isAsked = false
  let resting: ReturnType<typeof setTimeout> | undefined
  let restsUntil = 0

  function start() {
    isAsked = false
    resting = undefined
    begin()
  }

  /** Asks for a turn; those asked for before it begins are the same one. */
  function ask(isWatched: boolean) {
    if (isAsked && resting === undefined) return
    clearTimeout(resting)
    resting = undefined
    isAsked = true
    const rest = restsUntil - performance.now()
    if (isWatched) queueMicrotask(start)
    else if (rest > 0) resting = setTimeout(start, Math.max(rest, typingPause))
    else whenPainted(start)
  }

  /** Begins the rest after a setting that took so many milliseconds. */
  function rest(took: number) {
    restsUntil = performance.now() + Math.max(leastRest, restRatio * took)
  }

  return { ask, rest, isAsked: () => isAsked }
}
