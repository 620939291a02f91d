import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { builtInFormats } from '../print/page-format'
import { layoutMap, plainLayout, printPlan, readLayout, writeLayout, type Layout } from './layout'

const place = { format: 'broadsheet', firstColumn: 0, columns: 3, firstLine: 0, lines: 30, broken: 2, remainder: 'wider-column' } as const
const settings = { template: 'story-a4', slot: { columns: 2, lines: 20, characters: 13 } }
const plan = (layout: Partial<Layout>) => printPlan({ ...plainLayout, ...layout }, settings, builtInFormats)

it('reads what was written, and plain where nothing was', () => {
  const doc = new Y.Doc()
  expect(readLayout(doc)).toEqual(plainLayout)
  writeLayout(doc, { template: 'slot', place, headlineScale: 90 })
  expect(readLayout(doc)).toEqual({ ...plainLayout, template: 'slot', place, headlineScale: 90 })
})

it('writes nothing when nothing changes', () => {
  const doc = new Y.Doc()
  writeLayout(doc, { place })
  let updates = 0
  doc.on('update', () => { updates++ })
  writeLayout(doc, { place: { ...place } })
  expect(updates).toBe(0)
})

it('takes what cannot be for not chosen', () => {
  const doc = new Y.Doc()
  const wrong = {
    template: '', place: { ...place, columns: 'three' }, slot: { columns: 400, lines: 1, characters: 13 }, headlineScale: 1000, isBalanced: 'no',
  }
  for (const [field, value] of Object.entries(wrong)) layoutMap(doc).set(field, value as never)
  expect(readLayout(doc)).toEqual(plainLayout)
})

it('merges what two people chose', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  writeLayout(one, { place })
  writeLayout(other, { isBalanced: false })
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  expect(readLayout(one)).toMatchObject({ place, isBalanced: false })
})

it('sets a story by its plan, and by the settings where it has none', () => {
  expect(plan({})).toEqual(settings)
  expect(plan({ template: 'slot' })).toEqual({ template: 'slot', slot: null })
  expect(plan({ template: 'slot', place })).toMatchObject({ template: 'slot', slot: { columns: 2, characters: 20, lines: 30 } })
})

it('keeps the slot of a format that was deleted', () => {
  const slot = { columns: 2, lines: 30, characters: 20 }
  expect(plan({ template: 'slot', place: { ...place, format: 'gone' }, slot })).toEqual({ template: 'slot', slot })
})
