import type { StoryId } from '../../common/story/story'

const [firstSlice, slice, pause] = [500, 50, 100] // milliseconds

/** Works through stories that are behind their logs: at once while they are few, else in slices between which others are served. */
export function healing(heal: (id: StoryId) => void) {
  let waiting: StoryId[] = []
  let timer: NodeJS.Timeout | undefined

  function work(milliseconds: number): void {
    clearTimeout(timer)
    const until = performance.now() + milliseconds
    while (waiting.length > 0 && performance.now() < until) heal(waiting.pop()!)
    if (waiting.length > 0) timer = setTimeout(work, pause, slice)
  }

  return {
    begin(stories: StoryId[]): void {
      waiting = [...stories].reverse()
      work(firstSlice)
    },
    /** Does all that is left, now. */
    finish: (): void => work(Infinity),
    stop: (): void => clearTimeout(timer),
  }
}
