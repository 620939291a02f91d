import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { settingTurns } from './setting-turns'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const frame = 5 // milliseconds to the paint of a key
const setting = 50 // milliseconds the typesetter takes

/** Asks at the given times and gives those at which it was set. */
async function turnsOf(keys: number[], isWatched = false): Promise<number[]> {
  const begun: number[] = []
  const began = performance.now()
  const turns = settingTurns({
    begin() {
      begun.push(performance.now() - began)
      setTimeout(() => turns.rest(setting), setting)
    },
    whenPainted: begin => { setTimeout(begin, frame) },
  })
  for (const key of keys) setTimeout(() => turns.ask(isWatched), key)
  await vi.runAllTimersAsync()
  return begun
}

const typed = (interval: number, until: number) => Array.from({ length: until / interval }, (_, index) => index * interval)

it('sets the first key behind its paint', async () => expect(await turnsOf([0])).toEqual([frame]))

it('sets each key at once while somebody looks at the page', async () => expect(await turnsOf([0, 100, 200], true)).toEqual([0, 100, 200]))

it('rests while keys go on, and sets behind the paint of one', async () => expect(await turnsOf(typed(70, 1050))).toEqual([0, 490, 980].map(key => key + frame)))

it('sets the last key in the pause behind it, not before the rest is over', async () => {
  expect(await turnsOf([0, 80])).toEqual([frame, frame + setting + 400])
  expect(await turnsOf([0, 400])).toEqual([frame, 400 + 250])
})
