import { expect, it } from 'vitest'
import { closingLines } from './summary.mjs'

const suite = (passed: number, failed: number, skipped: number) => ({ passed, failed, skipped })

it('ends with what passed and what failed, and nothing else on that line', () => {
  expect(closingLines([suite(3, 0, 0), suite(4, 1, 0)])).toEqual(['7 passed, 1 failed'])
  expect(closingLines([suite(3, 0, 1), suite(4, 0, 2)])).toEqual(['3 skipped', '7 passed, 0 failed'])
})
