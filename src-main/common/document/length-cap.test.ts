import { expect, it } from 'vitest'
import { builtInFormats } from '../print/page-format'
import { lengthCapOf, rankOf, usualLengthCaps } from './length-cap'

const meeting = { rank: '', kind: 'meeting-report' } as const

it.each([
  ['全市防汛工作会议召开', '市委书记周明远主持会议并讲话。', 'leaders'],
  ['全市防汛工作会议召开', '市委副书记林若溪主持会议。', 'others'],
  ['周明远看望慰问困难群众', '市委书记周明远昨天走访。', 'festive'],
  ['省长调研县域经济', '', 'leaders'],
  ['副省长调研县域经济', '常务副市长陪同。', 'others'],
])('takes %s (%s) for the rank %s', (headline, opening, rank) => {
  expect(rankOf(meeting, headline, opening)).toBe(rank)
})

it('goes by the slip where it says something, and leaves other kinds without a cap', () => {
  expect(rankOf({ rank: 'others', kind: 'meeting-report' }, '省长调研', '')).toBe('others')
  expect(rankOf({ rank: 'none', kind: 'meeting-report' }, '省长调研', '')).toBe('')
  expect(rankOf({ rank: '', kind: 'news' }, '省长调研', '')).toBe('')
  expect(rankOf({ rank: 'leaders', kind: 'news' }, '', '')).toBe('leaders')
})

it('caps by rank and by the size of the paper', () => {
  const caps = { ...usualLengthCaps, tabloid: { leaders: 900, others: 400, festive: 800 } }
  const cap = (rank: 'leaders' | 'others' | 'festive' | '', format: string) => lengthCapOf({ rank, format }, caps, builtInFormats)
  expect([cap('leaders', ''), cap('others', 'broadsheet'), cap('festive', 'gone')]).toEqual([1200, 500, 1000])
  expect([cap('leaders', 'tabloid'), cap('others', 'a4')]).toEqual([900, 400])
  expect(cap('', 'tabloid')).toBeNull()
})
