import { expect, it } from 'vitest'
import { schema } from '../document/schema'
import { emptySlip } from '../document/slip'
import type { SheetFacts, StoryFacts } from '../ipc/typesetter-contract'
import { settingFindings, sheetFindings } from './press-findings'
import type { Fit } from './print'

const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])
const fit: Fit = { columns: 1, linesPerColumn: 20, charactersPerLine: 13, deckLines: 6, capacity: 20, set: 20, over: 0, spare: 0 }
const facts: StoryFacts = { fit, overset: null, missing: [], substitutedGlyphs: [], missingPictures: [], pictures: [] }
const doc = schema.node('doc', null, [line('kicker', '市委召开会议'), line('headline', '一行'), line('headline', ''), line('headline', '很长的一行'), line('paragraph', '正文。')])

it('leads to a headline line that the page had to break, empty lines not counted', () => {
  expect(settingFindings(doc, emptySlip, facts, { inkLimit: 220 })).toEqual([])
  expect(settingFindings(doc, emptySlip, { ...facts, fit: { ...fit, brokenHeadlines: [2] } }, { inkLimit: 220 })).toEqual([
    { code: 'headline-broken', severity: 'warning', values: { number: 2 }, place: { block: 3, from: 0, to: 5 } },
  ])
})

const sheet = (change: Partial<SheetFacts>): SheetFacts => ({ failures: [], substituted: [], spaces: [], pageInk: 0, plates: ['black'], fonts: [], ...change })
const found = (change: Partial<SheetFacts>) => sheetFindings(sheet(change), [], { inkLimit: 220, standard: 'x-4' }, 'lead').map(({ code, place }) => [code, place])

it('leads from what the finished file shows to the option of the press PDF, or the template, that it hangs on', () => {
  expect(found({
    failures: [{ requirement: 'transparency', reason: '' }, { requirement: 'colour-spaces', reason: 'DeviceRGB' }, { requirement: 'fonts-embedded', reason: 'Song' }, { requirement: 'boxes-nested', reason: '' }],
    substituted: [{ family: '临江书宋', by: 'Noto Serif SC' }], spaces: ['ICCBased 3'], pageInk: 260,
  })).toEqual([
    ['transparency', { press: 'standard' }], ['colour-space', { press: 'profile' }], ['font-not-embedded', { press: 'standard' }], ['standard', { press: 'standard' }],
    ['font-substituted', { template: 'lead' }], ['colour-space', { press: 'profile' }], ['page-ink', { press: 'inkLimit' }],
  ])
})

it('leads to the last block when only a picture or a rule without words is over', () => {
  const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('开会。')]), schema.node('rule')])
  const fit: Fit = { columns: 1, linesPerColumn: 9, charactersPerLine: 13, deckLines: 0, capacity: 9, set: 12, over: 3, spare: 0 }
  const facts: StoryFacts = { fit, overset: null, missing: [], substitutedGlyphs: [], missingPictures: [], pictures: [] }
  expect(settingFindings(doc, emptySlip, facts, { inkLimit: 220 })).toEqual([{ code: 'does-not-fit', severity: 'blocker', values: { lines: 3 }, place: { block: 1, from: 0, to: 0 } }])
})
