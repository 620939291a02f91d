import { expect, it } from 'vitest'
import { builtInFormats } from '../../src-main/common/print/page-format'
import type { Place } from '../../src-main/common/print/slot'
import { pageGrid, placeAfterKey, placeBetween } from './page-grid'

const broadsheet = builtInFormats[0]!
const grid = pageGrid(broadsheet)
const place: Place = { format: 'broadsheet', firstColumn: 2, columns: 3, firstLine: 20, lines: 40, broken: 2, remainder: 'wider-gutters' }
const press = (key: string, shiftKey = false, from = place) => placeAfterKey(from, { key, shiftKey }, broadsheet)

it('finds the cell in the middle of each column and line', () => {
  for (let column = 0; column < 8; column++) {
    for (const line of [0, 1, 59, 119]) {
      const { x, y, width, height } = grid.boxOf({ firstColumn: column, columns: 1, firstLine: line, lines: 1 })
      expect(grid.cellAt({ x: x + width / 2, y: y + height / 2 })).toEqual({ column, line })
    }
  }
})

it('takes a point beside the grid for its nearest cell', () => {
  expect(grid.cellAt({ x: -100, y: 1e6 })).toEqual({ column: 0, line: 119 })
})

it('draws a place in any direction, broken as the one before', () => {
  const drawn = { firstColumn: 1, columns: 4, firstLine: 10, lines: 31 }
  expect(placeBetween({ column: 4, line: 40 }, { column: 1, line: 10 }, broadsheet, null)).toMatchObject({ ...drawn, broken: 4 })
  expect(placeBetween({ column: 1, line: 10 }, { column: 4, line: 40 }, broadsheet, place)).toMatchObject({ ...drawn, broken: 2, remainder: 'wider-gutters' })
})

it('makes a click the smallest place, on the page even at its foot', () => {
  expect(placeBetween({ column: 7, line: 119 }, { column: 7, line: 119 }, broadsheet, null)).toMatchObject({ firstColumn: 7, columns: 1, firstLine: 115, lines: 5 })
})

it('moves with the arrows and changes size with Shift, never past the edge', () => {
  expect(press('ArrowLeft')).toMatchObject({ firstColumn: 1, columns: 3 })
  expect(press('PageDown')).toMatchObject({ firstLine: 30, lines: 40 })
  expect(press('ArrowRight', true)).toMatchObject({ firstColumn: 2, columns: 4, broken: 2 })
  expect(press('ArrowRight', true, { ...place, broken: 3 })).toMatchObject({ columns: 4, broken: 4 })
  expect(press('ArrowRight', true, { ...place, firstColumn: 5 })).toMatchObject({ firstColumn: 5, columns: 3 })
  expect(press('PageDown', true, { ...place, firstLine: 79 })).toMatchObject({ firstLine: 79, lines: 41 })
  expect(press('PageUp', true, { ...place, lines: 8 })).toMatchObject({ lines: 5 })
  expect(press('Enter')).toBeUndefined()
})
