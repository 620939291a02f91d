import type { StoryId } from '../../common/story/story'

/**
 * A change of which the backend said that it is stored: a line of this story begins so,
 * and the story has what Yjs client `client` wrote up to `clock`.
 */
export interface Acknowledged { story: StoryId, line: string, client: number, clock: number }

/** A story as it was found again. */
export interface Stored { lines: string[], clocks: ReadonlyMap<number, number> }

/** The changes a writer printed; a last line that was cut off says nothing. */
export function readAcknowledged(printed: string): Acknowledged[] {
  return printed.split('\n').slice(0, -1).map(line => JSON.parse(line) as Acknowledged)
}

/** The changes that are not in their story any more. */
export function lostOf(acknowledged: readonly Acknowledged[], stored: ReadonlyMap<StoryId, Stored>): Acknowledged[] {
  return acknowledged.filter(({ story, line, client, clock }) => {
    const found = stored.get(story)
    return !found?.lines.some(storedLine => storedLine.startsWith(line)) || (found.clocks.get(client) ?? 0) < clock
  })
}
