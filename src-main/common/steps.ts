/** Work done a step at a time: yields how much of it is done, from 0 to 1, and returns what it makes. */
export type Steps<Result> = Generator<number, Result>

/** What each item becomes, a step each; the shares are those of the whole work before and after. */
export function* mapped<Item, Result>(items: readonly Item[], make: (item: Item, index: number) => Result, before: number, after: number): Steps<Result[]> {
  const made: Result[] = []
  for (const [index, item] of items.entries()) {
    made.push(make(item, index))
    yield before + (after - before) * made.length / items.length
  }
  return made
}

/** Does all of it at once. */
export function done<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

export interface Slices {
  milliseconds: number // of work between two pauses
  /** Lets others be served; may throw to end the work. */
  pause(share: number): Promise<void>
}

/** Does the work in slices, so that others wait no longer than one of them, or one step, takes. */
export async function inSlices<Result>(steps: Steps<Result>, { milliseconds, pause }: Slices): Promise<Result> {
  let until = Date.now() + milliseconds
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (Date.now() < until) continue
    await pause(step.value)
    until = Date.now() + milliseconds
  }
}
