import { expect, it } from 'vitest'
import { builtInFormats, formatProblems, gridOrigin, gridSize, pageMeasure, type PageFormat } from './page-format'

const broadsheet = builtInFormats[0]!
const problems = (change: Partial<PageFormat>) => formatProblems({ ...broadsheet, ...change })

it('counts the characters of a page as newsrooms do', () => {
  const characters = (id: string) => {
    const format = builtInFormats.find(each => each.id === id)!
    return [pageMeasure(format), format.lines * pageMeasure(format)]
  }
  expect(characters('broadsheet')).toEqual([111, 13320])
  expect(characters('tabloid')).toEqual([71, 6106])
})

it('finds nothing wrong with the built-in formats, whose grids lie inside the trim', () => {
  for (const format of builtInFormats) {
    expect(formatProblems(format), format.id).toEqual([])
    expect(gridSize(format).width).toBeLessThanOrEqual(format.typeArea.width * 1.01)
    expect(gridOrigin(format).x).toBeGreaterThan(10)
  }
})

it('says how many characters and lines the type area would hold', () => {
  expect(problems({ characters: 15 })).toEqual([{ code: 'columns-too-wide', needed: expect.closeTo(403.2, 1), given: 350, most: 13 }])
  expect(problems({ lines: 130 })).toEqual([{ code: 'columns-too-tall', needed: expect.closeTo(531.1, 1), given: 490, most: 121 }])
  expect(problems({ columns: 10, characters: 13, gutter: 0 })).toMatchObject([{ most: 11 }])
})

it('says which of trim, type area and pitch contradict each other', () => {
  expect(problems({ trim: { width: 340, height: 480 } })).toEqual([
    { code: 'type-area-too-wide', needed: 350, given: 340 }, { code: 'type-area-too-tall', needed: 490, given: 480 },
  ])
  expect(problems({ linePitch: 8 })).toEqual([{ code: 'pitch-too-small', needed: 9, given: 8 }])
  expect(problems({ name: ' ' })).toEqual([{ code: 'no-name' }])
})
