import type { Transaction } from '@tiptap/pm/state'
import { expect, it, vi } from 'vitest'
import { Suggestions } from './suggestions'

it('keeps an edit that cannot be made a suggestion, and says so', () => {
  const [reported, onUntracked, next] = [vi.fn(), vi.fn(), vi.fn()]
  vi.stubGlobal('reportError', reported)
  const unheardOf = { docChanged: true, getMeta: () => undefined, get steps() { throw new Error('of no kind there is') } } as unknown as Transaction
  const extension = { options: { author: () => ({ person: '李校', role: '校对', pass: 'first-proof' }), onUntracked }, storage: { cut: undefined }, editor: { state: {} } }
  Suggestions.config.dispatchTransaction!.call(extension as never, { transaction: unheardOf, next })
  expect(next).toHaveBeenCalledExactlyOnceWith(unheardOf)
  expect([reported, onUntracked].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
})
