import { expect, it } from 'vitest'
import { done, inSlices, mapped } from './steps'

const squares = () => mapped([1, 2, 3, 4], number => number * number, 0.5, 1)

it('maps a step at a time and says how much is done', () => {
  expect([...squares()]).toEqual([0.625, 0.75, 0.875, 1])
  expect(done(squares())).toEqual([1, 4, 9, 16])
})

it('pauses between slices, with the share that is done, and ends when the pause throws', async () => {
  const shares: number[] = []
  expect(await inSlices(squares(), { milliseconds: 0, pause: async share => { shares.push(share) } })).toEqual([1, 4, 9, 16])
  expect(shares).toEqual([0.625, 0.75, 0.875, 1])
  expect(await inSlices(squares(), { milliseconds: 1e9, pause: () => Promise.reject(new Error('never')) })).toEqual([1, 4, 9, 16])
  await expect(inSlices(squares(), { milliseconds: 0, pause: () => Promise.reject(new Error('stopped')) })).rejects.toThrow('stopped')
})
