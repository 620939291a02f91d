import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isNormal } from '../../../src-main/common/document/normalise'
import { notationOf, stateOf } from '../notation.test-support'
import { restored } from './structure'

const put = (notation: string) => {
  const state = stateOf(notation)
  const tr = restored(state)
  return tr ? notationOf(state.apply(tr)) : notation
}

it.each([
  ['p:文 h:主^题', 'h:主^题 p:文'],
  ['h:主 p:文 k:引^', 'k:引^ h:主 p:文'],
  ['p:文^', 'h: p:文^'],
  ['h:主^', 'h:主^ p:'],
  ['k:引 h:主^ s:副 p:文', 'k:引 h:主^ s:副 p:文'],
])('%s → %s', (before, expected) => expect(put(before)).toBe(expected))

it('puts any order right and loses no text', () => {
  const part = fc.tuple(fc.constantFrom('k', 'h', 's', 'p', 'c'), fc.stringMatching(/^[一-乿]{0,4}$/)).map(([letter, text]) => `${letter}:${text}`)
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), parts => {
    const state = stateOf(parts.join(' '))
    const tr = restored(state)
    const doc = tr?.doc ?? state.doc
    expect(isNormal(doc)).toBe(true)
    expect([...doc.textContent].sort()).toEqual([...state.doc.textContent].sort())
    expect(restored(tr ? state.apply(tr) : state)).toBeNull()
  }), { numRuns: 500 })
})
