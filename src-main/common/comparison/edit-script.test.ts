import { expect, it } from 'vitest'
import { randomFrom } from '../suggestions/testing/random'
import { costOf, differences, readable, type Difference } from './edit-script'

const script = (a: string, b: string) => differences([...a], [...b]).map(({ fromA, toA, fromB, toB }) => `${a.slice(fromA, toA)}→${b.slice(fromB, toB)}`)

it('finds the fewest characters that changed', () => {
  expect(script('三人受伤', '五人受伤')).toEqual(['三→五'])
  expect(script('江水上涨', '江水缓慢上涨')).toEqual(['→缓慢'])
  expect(script('甲乙丙丁', '甲丙丁戊')).toEqual(['乙→', '→戊'])
  expect(script('', '甲')).toEqual(['→甲'])
  expect(script('甲', '甲')).toEqual([])
})

it('lets what came begin after a mark', () => {
  const [a, b] = [[...'已救治。'], [...'已救治。雨停了。']]
  expect(readable(differences(a, b), a, b).map(({ fromB, toB }) => b.slice(fromB, toB).join(''))).toEqual(['雨停了。'])
})

function applied(a: string[], b: string[], found: Difference[]): string[] {
  return [...found].reverse().reduce((out, { fromA, toA, fromB, toB }) => [...out.slice(0, fromA), ...b.slice(fromB, toB), ...out.slice(toA)], a)
}

/** Length of the longest common subsequence, the slow way. */
function longestCommon(a: string[], b: string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const unit of a) {
    const next = [0]
    b.forEach((other, index) => next.push(unit === other ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!)))
    row = next
  }
  return row.at(-1)!
}

it('leads from any list to any other, by as few edits as there can be', () => {
  const random = randomFrom(1)
  const list = () => Array.from({ length: random.below(14) }, () => random.one([...'甲乙丙丁']))
  for (let round = 0; round < 3000; round++) {
    const [a, b] = [list(), list()]
    const found = differences(a, b)
    expect(applied(a, b, found)).toEqual(b)
    expect(applied(a, b, readable(found, a, b))).toEqual(b)
    expect(costOf(found)).toBe(a.length + b.length - 2 * longestCommon(a, b))
    expect(applied(a, b, differences(a, b, 3))).toEqual(b)
  }
})
