import { expect, it } from 'vitest'
import type { DropReason, ImportLine, LineRole } from '../../src-main/common/interchange/import'
import { importRows, likelyRoles } from './import-rows'

const line = (number: number, role: LineRole, reason?: DropReason): ImportLine => ({ number, original: `第${number}行`, text: `第${number}行`, role, reason, isUncertain: false })
const lines = [line(1, 'short-title'), line(2, 'dropped', 'furniture'), line(3, 'dropped', 'blank'), line(4, 'dropped', 'navigation'), line(5, 'paragraph')]

it('folds dropped lines that follow one another, past blank ones', () => {
  expect(importRows(lines, new Set()).map(row => row.key)).toEqual(['line-1', 'fold-2', 'line-5'])
})

it('shows the lines of an open fold', () => {
  expect(importRows(lines, new Set(['fold-2'])).map(row => row.key)).toEqual(['line-1', 'fold-2', 'line-2', 'line-4', 'line-5'])
})

it('shows an uncertain line even when it was dropped', () => {
  const rows = importRows([line(1, 'paragraph'), { ...line(2, 'dropped', 'furniture'), isUncertain: true }], new Set())
  expect(rows.map(row => row.key)).toEqual(['line-1', 'line-2'])
})

it.each<[LineRole, LineRole[]]>([
  ['headline', ['kicker', 'subhead', 'paragraph', 'dropped']], ['kicker', ['headline', 'paragraph', 'dropped']], ['paragraph', ['subhead', 'crosshead', 'dropped']],
  ['dropped', ['paragraph']], ['related', ['paragraph', 'dropped']],
])('offers the roles beside %s at one click', (role, likely) => expect(likelyRoles(role)).toEqual(likely))
