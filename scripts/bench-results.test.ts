import { expect, it } from 'vitest'
import { section, withSections } from '../bench/results.mjs'

const of = (name: string, value: number, taken: string) => section({ name: `The ${name}`, command: `npm run bench:${name}`, rows: [{ what: name, value }] }, taken)

it('puts a benchmark’s figures in place of its own, and leaves the others as they were taken', () => {
  const first = withSections('', [of('page', 1, '2026-01-01, a slow machine'), of('list', 2, '2026-01-01, a slow machine')])
  const second = withSections(first, [of('page', 3, '2026-02-02, a fast machine')])
  expect(second.split('\n## ').slice(1).map(text => text.split('\n')[0])).toEqual(['The list', 'The page'])
  expect(second).toContain('`npm run bench:page`: 2026-02-02, a fast machine')
  expect(second).toContain('`npm run bench:list`: 2026-01-01, a slow machine')
  expect(second).not.toContain('| page | 1 |')
  expect(withSections(second, [])).toBe(second)
})
