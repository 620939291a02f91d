import { expect, it } from 'vitest'
import { workTime } from './work-time'

const minute = 60_000

it('is full after half an hour of work, and again after another', () => {
  const edited = workTime(30 * minute)
  const full = Array.from({ length: 62 }, (_, at) => at).filter(at => edited(1e12 + at * minute))
  expect(full).toEqual([30, 60])
})

it('does not count the time nobody worked', () => {
  const edited = workTime(30 * minute)
  for (let at = 0; at <= 29; at++) expect(edited(1e12 + at * minute)).toBe(false)
  expect(edited(1e12 + 600 * minute)).toBe(false)
  expect(edited(1e12 + 601 * minute)).toBe(true)
})
