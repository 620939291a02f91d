import type { Node } from '@tiptap/pm/model'
import { expect, it } from 'vitest'
import { schema } from '../document/schema'
import { emptySlip } from '../document/slip'
import { storyFindings } from './story-findings'

const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])
const figure = (...parts: Node[]) => schema.node('figure', { picture: 'a', width: 3, height: 2 }, parts)
const headline = line('headline', '临江市开会')
const findings = (blocks: Node[], slip = {}) => storyFindings(schema.node('doc', null, blocks), { ...emptySlip, editor: 'LJ017', ...slip })

it('finds nothing in a story that is ready', () => {
  expect(findings([headline, line('paragraph', '正文。'), figure(line('caption', '大桥'), line('credit', '江一帆 摄'))])).toEqual([])
})

it('asks for a headline and warns of a missing responsible editor', () => {
  expect(findings([line('headline', ' '), line('paragraph', '正文。')], { editor: '' })).toEqual([
    { code: 'headline-missing', severity: 'blocker', values: {}, place: { block: 0, from: 0, to: 0 } },
    { code: 'editor-missing', severity: 'warning', values: {}, place: { field: 'editor' } },
  ])
})

it('asks for the caption and the credit of each figure, those in lists included', () => {
  const list = schema.node('bulletList', null, [schema.node('listItem', null, [line('paragraph', '一'), figure(line('caption', '大桥'))])])
  expect(findings([headline, figure(), line('paragraph', '正文。'), list]).map(({ code, values, place }) => ({ code, ...values, ...place }))).toEqual([
    { code: 'caption-missing', number: 1, block: 1, from: 0, to: 0 },
    { code: 'credit-missing', number: 1, block: 1, from: 0, to: 0 },
    { code: 'credit-missing', number: 2, block: 3, from: 1, to: 1 },
  ])
})

it('points at placeholders in text and slip', () => {
  const paragraph = schema.node('paragraph', null, [schema.text('投资'), schema.node('lineBreak'), schema.text('××亿元（待核）')])
  expect(findings([headline, paragraph], { byline: [{ role: 'reporter', name: '××' }] })).toMatchObject([
    { code: 'placeholder', severity: 'warning', values: { text: '××', part: 'body' }, place: { block: 1, from: 3, to: 5 } },
    { code: 'placeholder', severity: 'blocker', values: { text: '（待核）' }, place: { block: 1, from: 7, to: 11 } },
    { code: 'placeholder', values: { part: 'slip' }, place: { field: 'byline' } },
  ])
})

it('keeps from press what is on hold, not for publication or under embargo', () => {
  const blocks = [headline, line('paragraph', '正文。')]
  expect(findings(blocks, { legalHold: '等律师' })).toEqual([{ code: 'legal-hold', severity: 'blocker', values: { reason: '等律师' }, place: { field: 'legalHold' } }])
  expect(findings(blocks, { publication: 'internal' }).map(({ code }) => code)).toEqual(['not-for-publication'])
  expect(findings(blocks, { embargo: '2999-01-01T06:00:00' }).map(({ code, values }) => [code, values['until']])).toEqual([['embargo', '2999-01-01 06:00:00']])
  expect(findings(blocks, { embargo: '2020-01-01T06:00:00' })).toEqual([])
})
