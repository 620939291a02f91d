import { expect, it } from 'vitest'
import { readSlip } from '../document/slip-map'
import { storyDoc } from '../document/story-doc'
import { decideSlipChange, readSlipChanges, writeTrackedField } from './slip-changes'

const first = { person: '李校', role: '校对', pass: 'first-proof' }
const second = { person: '王校', role: '校对', pass: 'second-proof' }
const slipOf = (source: string) => storyDoc(undefined, { source })

it('keeps what was there before the first change, however often an author changes it', () => {
  const doc = slipOf('临江日报')
  writeTrackedField(doc, 'source', '临江晚', '临江日报', first, 1)
  writeTrackedField(doc, 'source', '临江晚报', '临江晚', first, 2)
  expect(readSlipChanges(doc)).toEqual([{ ...first, field: 'source', from: '临江日报', to: '临江晚报', at: 2 }])
  writeTrackedField(doc, 'source', '临江日报', '临江晚报', first, 3)
  expect(readSlipChanges(doc)).toEqual([])
})

it('puts back what was there, and lets a later author’s change begin there', () => {
  const doc = slipOf('甲报')
  writeTrackedField(doc, 'source', '乙报', '甲报', first, 1)
  writeTrackedField(doc, 'source', '丙报', '乙报', second, 2)
  const [one] = readSlipChanges(doc)
  decideSlipChange(doc, one!, 'reject')
  expect(readSlip(doc).source).toBe('丙报')
  const [two] = readSlipChanges(doc)
  expect(two).toMatchObject({ from: '甲报', to: '丙报' })
  decideSlipChange(doc, two!, 'reject')
  expect(readSlip(doc).source).toBe('甲报')
  expect(readSlipChanges(doc)).toEqual([])
})

it('accepts without touching the slip', () => {
  const doc = slipOf('甲报')
  writeTrackedField(doc, 'source', '乙报', '甲报', first)
  decideSlipChange(doc, readSlipChanges(doc)[0]!, 'accept')
  expect(readSlip(doc).source).toBe('乙报')
  expect(readSlipChanges(doc)).toEqual([])
})
