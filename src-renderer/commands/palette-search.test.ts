import { expect, it } from 'vitest'
import { ranked } from './palette-search'

const names = ['新建稿件 New story', '导出… Export…', '设置 Settings', '导入… Import…']
const found = (query: string) => ranked(names, query, name => name)

it('shows everything while nothing is typed, in the given order', () => {
  expect(found(' ')).toEqual(names)
})

it('finds by a part of the name, in either case', () => {
  expect(found('PORT')).toEqual(['导出… Export…', '导入… Import…'])
})

it('puts names that begin with the query first', () => {
  expect(ranked(['拷贝样式', '样式'], '样', name => name)).toEqual(['样式', '拷贝样式'])
})

it('finds by characters in order, and nothing when one is missing', () => {
  expect(found('nwst')).toEqual(['新建稿件 New story'])
  expect(found('导删')).toEqual([])
})
