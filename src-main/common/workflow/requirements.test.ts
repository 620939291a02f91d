import { expect, it } from 'vitest'
import { beginThread } from '../comments/threads'
import { schema } from '../document/schema'
import type { Slip } from '../document/slip'
import { storyDoc } from '../document/story-doc'
import { writeTrackedField } from '../suggestions/slip-changes'
import type { Stage, VersionId } from '../story/story'
import { requirementsOf, toSignAgain } from './requirements'
import type { Signature } from './signature'
import { publicationOf, standingSignatures } from './standing'
import { earlierStages, nextStage, usualWorkflow } from './workflow'

const full: Partial<Slip> = { source: '临江日报', editor: '林编辑', page: 'A01' }

function story(slip: Partial<Slip> = full) {
  const line = (type: string, text: string) => schema.node(type, null, [schema.text(text)])
  return storyDoc(schema.node('doc', null, [line('headline', '江水上涨'), line('paragraph', '正文。')]), slip)
}

function record(...lines: [action: Signature['action'], stage: Stage, person: string, to?: Stage, stateHash?: string][]): Signature[] {
  return lines.map(([action, stage, person, to, stateHash = 'a'], index) => ({
    action, stage, person, to: to ?? nextStage(usualWorkflow, stage), stateHash, position: index + 1, role: '', code: '', opinion: '因由', at: index, version: `v${index}` as VersionId, check: null, previous: '', hash: '',
  }))
}

function codes(stage: Stage, name: string, { lines = record(), slip = full, doc = story(slip), workflow = usualWorkflow, stateHash = 'a', lockedBy = '' } = {}) {
  return requirementsOf({ doc, stage, standsAt: stage, record: lines, writers: [], stateHash, workflow, signer: { name, role: '编辑' }, lockedBy, now: new Date('2026-11-24T08:00:00') }).map(({ code }) => code)
}

it('walks from draft to press, past the stages a newsroom does without', () => {
  expect(nextStage(usualWorkflow, 'final-review')).toBe('first-proof')
  expect(nextStage({ ...usualWorkflow, stages: [] }, 'draft')).toBe('released')
  expect(nextStage(usualWorkflow, 'to-press')).toBe('to-press')
  expect(earlierStages({ ...usualWorkflow, stages: ['final-review'] }, 'first-proof')).toEqual(['draft', 'final-review'])
})

it('names the slip fields, the headline and the person that are missing', () => {
  expect(codes('draft', '甲', { slip: {}, doc: storyDoc() })).toEqual(['field-missing', 'headline-missing', 'body-missing'])
  expect(codes('draft', '')).toEqual(['nobody'])
  expect(codes('draft', '甲')).toEqual([])
})

it('lets nobody sign two of the three reviews, unless the first was voided by a return', () => {
  const reviewed = record(['sign', 'draft', '甲'], ['sign', 'first-review', '乙'])
  expect(codes('second-review', '乙', { lines: reviewed })).toEqual(['reviewed-already'])
  expect(codes('second-review', '丙', { lines: reviewed })).toEqual([])
  expect(codes('final-review', '乙', { lines: [...reviewed, ...record(['sign', 'second-review', '丙'])] })).toEqual(['reviewed-already'])
  expect(codes('first-review', '乙', { lines: [...reviewed, ...record(['return', 'second-review', '丙', 'first-review'])] })).toEqual([])
})

it('lets nobody sign a proof of their own text, unless the newsroom says so', () => {
  const own = record(['sign', 'draft', '甲'])
  const bylined: Partial<Slip> = { ...full, byline: [{ role: 'reporter', name: '丁' }] }
  expect(codes('first-proof', '甲', { lines: own })).toEqual(['own-text'])
  expect(codes('first-proof', '丁', { slip: bylined })).toEqual(['own-text'])
  expect(codes('first-proof', '甲', { lines: own, workflow: { ...usualWorkflow, mayProofOwnText: true } })).toEqual([])
})

it('waits for who works on the story', () => {
  expect(codes('draft', '甲', { lockedBy: '乙' })).toEqual(['locked'])
  expect(codes('draft', '甲', { lockedBy: '甲' })).toEqual([])
})

it('asks for a role where the newsroom names one', () => {
  const workflow = { ...usualWorkflow, rules: { 'final-review': { fields: [], checks: [], roles: ['总编辑'], signers: 1 } } }
  expect(codes('final-review', '甲', { workflow })).toEqual(['role-needed'])
})

it('has so many people sign a stage as the newsroom says, and all of them again after a late change', () => {
  const workflow = { ...usualWorkflow, rules: { 'final-review': { fields: [], checks: [], roles: [], signers: 2 } } }
  const once = record(['sign', 'final-review', '丙', 'final-review'])
  expect(codes('final-review', '丙', { workflow, lines: once })).toEqual(['signed-already'])
  expect(codes('final-review', '丁', { workflow, lines: once })).toEqual([])
  const twice = [...once, ...record(['sign', 'final-review', '丁'], ['sign', 'released', '己'])]
  expect(codes('second-review', '丙', { workflow, lines: twice })).toEqual(['reviewed-already'])
  expect(toSignAgain(twice, 'b', workflow).map(({ person }) => person)).toEqual(['丙', '丁', '己'])
  const replaced = [...twice, ...record(['sign', 'final-review', '戊', 'to-press', 'b'])]
  expect(toSignAgain(replaced, 'b', workflow).map(({ person }) => person)).toEqual(['丁', '己'])
  expect(standingSignatures([...twice, ...record(['return', 'released', '己', 'final-review'])], workflow)).toEqual([])
})

it('is stopped by hold, embargo and not for publication, and by open comments and changes of the slip', () => {
  expect(codes('released', '甲', { slip: { ...full, legalHold: '等律师' } })).toEqual(['legal-hold'])
  expect(codes('released', '甲', { slip: { ...full, publication: 'internal' } })).toEqual(['not-for-publication'])
  expect(codes('released', '甲', { slip: { ...full, embargo: '2026-11-24T09:00:00' } })).toEqual([])
  expect(codes('to-press', '甲', { slip: { ...full, embargo: '2026-11-24T09:00:00' } })).toEqual(['embargo'])
  expect(codes('to-press', '甲', { slip: { ...full, embargo: '2026-11-24T09:00:00', publishedAt: '2026-11-25T06:00:00' } })).toEqual([])
  expect(codes('draft', '甲', { slip: { ...full, legalHold: '等律师' } })).toEqual([])
  const doc = story()
  beginThread(doc, 't', { kind: 'slip', field: 'page' }, { person: '乙', role: '', at: 1, text: '版次对吗' })
  expect(codes('released', '甲', { doc })).toEqual(['comments-open'])
  writeTrackedField(doc, 'desk', '时政部', '', { person: '乙', role: '', pass: 'first-proof' })
  expect(codes('released', '甲', { doc })).toEqual(['suggestions-open', 'comments-open'])
})

it('has those sign again whose text changed after release, one by one', () => {
  const released = record(['sign', 'final-review', '丙'], ['sign', 'third-proof', '戊'], ['sign', 'released', '己'])
  expect(toSignAgain(released, 'a', usualWorkflow)).toEqual([])
  expect(toSignAgain(released, 'b', usualWorkflow).map(({ person }) => person)).toEqual(['丙', '戊', '己'])
  const renewed = [...released, ...record(['sign', 'released', '己', 'to-press', 'b'], ['sign', 'final-review', '丙', 'to-press', 'b'])]
  expect(toSignAgain(renewed, 'b', usualWorkflow).map(({ person }) => person)).toEqual(['戊'])
  expect(codes('to-press', '己', { lines: renewed, stateHash: 'b' })).toEqual(['signature-stale'])
})

it('knows what became of a published story, and which version stands', () => {
  const published = record(['sign', 'released', '己'], ['sign', 'to-press', '庚'])
  expect(publicationOf(published)).toMatchObject({ state: 'published', version: 'v1' })
  expect(codes('to-press', '庚', { lines: published })).toEqual(['published'])
  const corrected = record(['sign', 'to-press', '庚'], ['correct', 'to-press', '辛', 'draft'])
  expect(publicationOf(corrected)).toEqual({ state: 'amending', version: 'v0', at: 0, kind: 'correct', note: '因由' })
  expect(standingSignatures(corrected, usualWorkflow)).toEqual([])
  expect(publicationOf(record(['sign', 'to-press', '庚'], ['correct', 'to-press', '辛', 'draft'], ['sign', 'to-press', '庚']))).toMatchObject({ state: 'amended', kind: 'correct', version: 'v0' })
  expect(publicationOf(record(['sign', 'to-press', '庚'], ['kill', 'to-press', '辛', 'to-press']))).toMatchObject({ state: 'killed', note: '因由' })
})
