import { expect, it } from 'vitest'
import { schema } from '../document/schema'
import { emptySlip } from '../document/slip'
import type { StoryFacts } from '../ipc/typesetter-contract'
import { settingFindings } from './press-findings'
import type { Fit } from './print'

const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])
const fit: Fit = { columns: 1, linesPerColumn: 20, charactersPerLine: 13, deckLines: 6, capacity: 20, set: 20, over: 0, spare: 0 }
const facts: StoryFacts = { fit, overset: null, missing: [], missingPictures: [], pictures: [] }
const doc = schema.node('doc', null, [line('kicker', '市委召开会议'), line('headline', '一行'), line('headline', ''), line('headline', '很长的一行'), line('paragraph', '正文。')])

it('leads to a headline line that the page had to break, empty lines not counted', () => {
  expect(settingFindings(doc, emptySlip, facts, { inkLimit: 220 })).toEqual([])
  expect(settingFindings(doc, emptySlip, { ...facts, fit: { ...fit, brokenHeadlines: [2] } }, { inkLimit: 220 })).toEqual([
    { code: 'headline-broken', severity: 'warning', values: { number: 2 }, place: { block: 3, from: 0, to: 5 } },
  ])
})
