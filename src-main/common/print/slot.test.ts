import { expect, it } from 'vitest'
import { builtInFormats } from './page-format'
import { areOverlapping, isPossibleSlot, mostBroken, placeOnPage, slotOf, type Place } from './slot'

const broadsheet = builtInFormats[0]!
const place: Place = { format: 'broadsheet', firstColumn: 2, columns: 3, firstLine: 20, lines: 40, broken: 3, remainder: 'wider-column' }
const at = (change: Partial<Place>): Place => ({ ...place, ...change })

it('sets unbroken columns as the page has them', () => {
  expect(slotOf(place, broadsheet)).toEqual({ columns: 3, lines: 40, characters: 13, gutter: 1, widerColumns: 0, bodySize: 9, linePitch: 11.6, bleed: 3 })
})

it('merges and breaks', () => {
  expect(slotOf(at({ broken: 1 }), broadsheet)).toMatchObject({ columns: 1, characters: 41 })
  expect(slotOf(at({ columns: 5, broken: 3 }), broadsheet)).toMatchObject({ columns: 3, characters: 22, gutter: 1, widerColumns: 1 })
  expect(slotOf(at({ columns: 5, broken: 3, remainder: 'wider-gutters' }), broadsheet)).toMatchObject({ characters: 22, gutter: 1.5, widerColumns: 0 })
})

it('gives a slot that can be set for every place of every format', () => {
  for (const format of builtInFormats) {
    for (let columns = 1; columns <= format.columns; columns++) {
      for (let broken = 1; broken <= mostBroken({ columns }, format); broken++) {
        const slot = slotOf(placeOnPage(at({ firstColumn: 0, columns, broken }), format), format)
        expect(isPossibleSlot(slot), `${format.id} ${columns} broken into ${broken}: ${JSON.stringify(slot)}`).toBe(true)
      }
    }
  }
})

it('keeps a place on the page, and unbroken while it is', () => {
  expect(placeOnPage(at({ firstColumn: 7, firstLine: 100 }), broadsheet)).toEqual(at({ firstColumn: 5, firstLine: 80 }))
  expect(placeOnPage(at({ columns: 20, broken: 20, lines: 500, firstColumn: -3 }), broadsheet))
    .toEqual(at({ columns: 8, broken: 8, lines: 120, firstColumn: 0, firstLine: 0 }))
  expect(placeOnPage(at({ columns: 1, broken: 9 }), broadsheet)).toMatchObject({ columns: 1, broken: 2 })
})

it('tells places that cover each other from those that only touch', () => {
  expect(areOverlapping(place, at({ firstColumn: 4, firstLine: 59 }))).toBe(true)
  expect(areOverlapping(place, at({ firstColumn: 5 }))).toBe(false)
  expect(areOverlapping(place, at({ firstLine: 60 }))).toBe(false)
})
