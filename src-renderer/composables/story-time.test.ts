import { expect, it } from 'vitest'
import { shortTime, wholeTime } from './story-time'

const now = new Date(2026, 10, 26, 18, 30).getTime()

it.each([
  ['today', new Date(2026, 10, 26, 9, 5), '09:05', '09:05'],
  ['yesterday, less than a day ago', new Date(2026, 10, 25, 23, 59), '11月25日', 'Nov 25'],
  ['this year', new Date(2026, 0, 2, 9, 5), '1月2日', 'Jan 2'],
  ['an earlier year', new Date(2025, 11, 31, 9, 5), '2025/12/31', '12/31/2025'],
])('shows a time of %s', (_, time, chinese, english) => {
  expect([shortTime(time.getTime(), 'zh-CN', now), shortTime(time.getTime(), 'en', now)]).toEqual([chinese, english])
})

it('shows the whole time', () => {
  expect(wholeTime(new Date(2026, 10, 26, 9, 5, 7).getTime(), 'zh-CN')).toBe('2026/11/26 09:05:07')
})
