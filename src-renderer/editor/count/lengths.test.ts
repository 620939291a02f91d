import { expect, it } from 'vitest'
import { countParts } from '../../../src-main/common/document/text'
import { stateOf } from '../notation.test-support'
import { judgeLength, lengthCounter } from './lengths'

it('counts as the library does, also after changes', () => {
  const count = lengthCounter()
  const state = stateOf('k:引题 h:主题，一 h:主题二 s:副题 p:正文。 p:第二段，ABC')
  expect(count(state.doc)).toEqual(countParts(state.doc))
  const { doc } = state.apply(state.tr.insertText('新的一段', state.doc.content.size - 2))
  expect(count(doc)).toEqual(countParts(doc))
})

it.each([
  [1085, 1000, 10, { kind: 'within' }],
  [1100, 1000, 10, { kind: 'within' }],
  [1101, 1000, 10, { kind: 'over', by: 101 }],
  [899, 1000, 10, { kind: 'short', by: 101 }],
  [500, null, 10, { kind: 'unplanned' }],
  [585, 500, 10, { kind: 'over', by: 85 }],
] as const)('%s of %s ± %s %%', (length, planned, tolerance, verdict) => expect(judgeLength(length, planned, tolerance)).toEqual(verdict))
