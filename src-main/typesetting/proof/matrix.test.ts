import { expect, it } from 'vitest'
import { multiply, readTransform } from './matrix'

it.each([
  [undefined, [1, 0, 0, 1, 0, 0]],
  ['', [1, 0, 0, 1, 0, 0]],
  ['translate(22.677,-6.160)', [1, 0, 0, 1, 22.677, -6.16]],
  ['translate(0, 5)', [1, 0, 0, 1, 0, 5]],
  ['translate(3 4)', [1, 0, 0, 1, 3, 4]],
  ['translate(7)', [1, 0, 0, 1, 7, 0]],
  ['scale(0.009,-0.009)', [0.009, 0, 0, -0.009, 0, 0]],
  ['scale(2)', [2, 0, 0, 2, 0, 0]],
  ['matrix(1 2 3,4, 5 6)', [1, 2, 3, 4, 5, 6]],
  ['translate(10,20) scale(2) translate(1,1)', [2, 0, 0, 2, 12, 22]],
])('reads %s', (transform, matrix) => {
  expect(readTransform(transform)).toEqual(matrix)
})

it('applies the outer after the inner', () => {
  expect(multiply([0, 1, -1, 0, 100, 200], [2, 0, 0, 3, 10, 20])).toEqual([0, 2, -3, 0, 80, 210])
})

it('knows no other transforms', () => {
  expect(() => readTransform('rotate(45)')).toThrow('rotate')
})
