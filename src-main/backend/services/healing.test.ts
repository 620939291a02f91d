import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { StoryId } from '../../common/story/story'
import { healing } from './healing'

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }) })
afterEach(() => { vi.useRealTimers() })

/** Each story takes 10 ms. */
function clinic(count: number) {
  const healed: StoryId[] = []
  const healer = healing(id => { healed.push(id); vi.setSystemTime(Date.now()); vi.advanceTimersByTime(10) })
  return { healed, healer, stories: Array.from({ length: count }, (_, index) => `s${index}` as StoryId) }
}

it('heals a few at once, many in slices, each once and in order', () => {
  const { healed, healer, stories } = clinic(200)
  healer.begin(stories.slice(0, 3))
  expect(healed).toHaveLength(3)
  healed.length = 0
  healer.begin(stories)
  expect(healed.length).toBeLessThan(200)
  vi.advanceTimersByTime(60_000)
  expect(healed).toEqual(stories)
})

it('does the rest at once when asked, and none after it was stopped', () => {
  const { healed, healer, stories } = clinic(200)
  healer.begin(stories)
  healer.finish()
  expect(healed).toEqual(stories)
  healed.length = 0
  healer.begin(stories)
  const done = healed.length
  healer.stop()
  vi.advanceTimersByTime(60_000)
  expect(healed).toHaveLength(done)
})
