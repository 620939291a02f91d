import { expect, it } from 'vitest'
import type { Signature } from '../../common/workflow/signature'
import { usualWorkflow } from '../../common/workflow/workflow'
import { proofreadingOf } from './proofreading-sheet'

const signed = (change: Partial<Signature>): Signature => ({
  position: 1, action: 'sign', person: '李审', role: '主任', code: 'LS02', stage: 'first-review', to: 'second-review', opinion: '同意', at: Date.UTC(2026, 10, 18, 12), version: 'v' as never,
  stateHash: 'a', check: null, previous: '', hash: 'b', ...change,
})

const none = { errors: [], characters: 0 }
const error = (pass: string, removed: string, added: string) => ({ id: removed, kind: 'replace' as const, class: 'text' as const, removed, added, part: 'paragraph', person: '钱校', pass, at: 0, issue: '' })

it('has a box for every stage in use, filled where a signature stands', () => {
  const workflow = { ...usualWorkflow, stages: usualWorkflow.stages.filter(stage => stage !== 'second-proof') }
  const { pass, signatures } = proofreadingOf({ workflow, pass: 'first-proof' }, [signed({})], none)
  expect(pass).toBe('一校')
  expect(signatures.map(({ stage }) => stage)).toEqual(['初审', '复审', '终审', '一校', '三校', '签发', '付印'])
  expect(signatures[0]).toMatchObject({ person: '李审 LS02', opinion: '同意' })
  expect(signatures[0]!.at).toMatch(/^2026-11-1[89] \d\d:00$/)
  expect(signatures.slice(1).every(({ person }) => person === '')).toBe(true)
})

it('leaves the box of a returned review empty', () => {
  const returned = signed({ position: 2, action: 'return', stage: 'second-review', to: 'first-review', opinion: '再核' })
  expect(proofreadingOf({ workflow: usualWorkflow, pass: 'draft' }, [signed({}), returned], none).signatures[0]).toEqual({ stage: '初审', person: '', at: '', opinion: '' })
})

it('says what each pass found, in the order of the passes, in ten thousand characters', () => {
  const errors = [error('second-proof', '得', '的'), error('first-proof', '测验', '考试'), error('first-proof', '的', '地')]
  expect(proofreadingOf({ workflow: usualWorkflow, pass: 'first-proof' }, [], { errors, characters: 4000 }).errorRates).toEqual([
    { pass: '一校', errors: 2, rate: '7.5', verdict: '超过万分之三' }, { pass: '二校', errors: 1, rate: '2.5', verdict: '合格' },
  ])
})
