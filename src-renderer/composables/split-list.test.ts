import { expect, it } from 'vitest'
import { splitList } from './split-list'

it('splits names at the marks that stand between them', () => {
  expect(splitList('何青、 沈越，陆鸣\n周 舟')).toEqual(['何青', '沈越', '陆鸣', '周 舟'])
})

it('makes nothing of marks alone', () => {
  expect(splitList('、， \n')).toEqual([])
})
