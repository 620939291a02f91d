const longestPause = 5 * 60_000 // a longer pause is no work

/** Adds up work from the times of edits (Unix milliseconds), leaving out long pauses; true each time `worth` milliseconds are full, of which `worked` are already. */
export function workTime(worth: number, worked = 0) {
  let last = 0
  return function edited(at: number): boolean {
    if (at - last <= longestPause) worked += Math.max(0, at - last)
    last = at
    if (worked < worth) return false
    worked = 0
    return true
  }
}
