import { expect, it } from 'vitest'
import { worded } from './wording'

const fit = '{over} {over:line|lines} over in {columns} {columns:column|columns}'

it.each<[string, Record<string, unknown>, string]>([
  ['写批注，@姓名 提醒某人', {}, '写批注，@姓名 提醒某人'],
  ['“{name}”第 {page} 版，{name}', { name: '$& {page} | a', page: 0 }, '“$& {page} | a”第 0 版，$& {page} | a'],
  ['“{name}”第 {page} 版', {}, '“”第  版'],
  [fit, { over: 1, columns: '4' }, '1 line over in 4 columns'],
  [fit, { over: '1,001', columns: '1' }, '1,001 lines over in 1 column'],
  ['{count:comment is|comments are} unresolved: {count}', { count: 0 }, 'comments are unresolved: 0'],
])('says %s with %o', (message, values, words) => {
  expect(worded(message, name => values[name])).toBe(words)
})
