import { describe, expect, it } from 'vitest'
import { cutsOf, runBefore } from './cuts'

const cut = (text: string, needed: number) => cutsOf(text, needed).map(stretches => stretches.map(({ from, to }) => text.slice(from, to)).join('+'))

describe('words a paragraph can do without', () => {
  it.each([
    ['要进一步加强分析，切实维护群众利益。', 2, ['切实', '进一步']],
    ['要进一步加强分析，切实维护群众利益。', 4, ['进一步+切实']],
    ['会议召开了。他们听取了报告。', 1, ['了']],
    ['为了发展，大家除了努力，还要了解情况。', 1, []],
    ['他说：“要进一步努力工作。”', 1, []],
    ['《切实做好工作的意见》发布。', 1, []],
    ['成功率提高，很成功。', 1, []],
    ['工作认真的人。要认真地做。', 2, ['认真地']],
    ['天晴了。同时，江水上涨。', 3, ['同时，']],
    ['同时有两件事。', 1, []],
  ])('%s less %i', (text, needed, expected) => { expect(cut(text, needed)).toEqual(expected) })
})

it('tries a run of Han characters before the last line', () => {
  expect(runBefore('临江、大桥，通', 6, 2)).toEqual({ from: 3, to: 5 })
  expect(runBefore('ABC', 3, 1)).toBeUndefined()
})
