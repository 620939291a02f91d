import { describe, expect, it } from 'vitest'
import { breakColumns, columnWidths, mergedMeasure, remainders } from './column-arithmetic'

describe('the numbers print editors know by heart (broadsheet, 13 characters)', () => {
  it.each([[2, 27], [3, 41], [4, 55], [5, 69], [8, 111]])('%i columns merged are %i characters', (columns, characters) => {
    expect(mergedMeasure(columns, 13, 1)).toBe(characters)
  })

  it('merges a tabloid page to 71', () => expect(mergedMeasure(6, 11, 1)).toBe(71))

  it.each([
    [3, 2, 20, 0], // 三破二
    [5, 3, 22, 1], // 五破三: one column takes 23
    [4, 3, 17, 2],
  ])('%i columns broken into %i are %i characters each, rest %i', (merged, broken, characters, rest) => {
    expect(breakColumns(mergedMeasure(merged, 13, 1), broken, 1, 'wider-column')).toEqual({ columns: broken, characters, gutter: 1, widerColumns: rest, rest })
    expect(breakColumns(mergedMeasure(merged, 13, 1), broken, 1, 'wider-gutters'))
      .toEqual({ columns: broken, characters, gutter: 1 + rest / (broken - 1), widerColumns: 0, rest })
  })

  it('gives the character over to the last column', () => {
    expect(columnWidths(breakColumns(69, 3, 1, 'wider-column'))).toEqual([22, 22, 23])
  })
})

it('makes up every measure exactly: widths + gutters, for all n, k, gutters and remainders', () => {
  for (const gutter of [0, 0.1, 0.5, 1, 1.5, 2]) {
    for (let characters = 5; characters <= 30; characters++) {
      for (let merged = 1; merged <= 16; merged++) {
        const measure = mergedMeasure(merged, characters, gutter)
        for (let broken = 1; broken <= 16 && (measure - (broken - 1) * gutter) / broken >= 1; broken++) {
          for (const remainder of remainders) expectWhole(measure, broken, gutter, remainder)
        }
      }
    }
  }
})

function expectWhole(measure: number, broken: number, gutter: number, remainder: (typeof remainders)[number]) {
  const set = breakColumns(measure, broken, gutter, remainder)
  const widths = columnWidths(set)
  const lost = broken === 1 ? set.rest - set.widerColumns : 0 // one column has no gutter to take the fraction
  const sum = widths.reduce((total, width) => total + width, 0) + (broken - 1) * set.gutter + lost
  const isWhole = Math.abs(sum - measure) < 1e-6 && widths.every(Number.isInteger) && set.gutter >= gutter - 1e-9 && set.rest < broken
  if (!isWhole) expect.fail(`${measure} broken into ${broken} with gutters of ${gutter} (${remainder}) makes ${sum}: ${JSON.stringify(set)}`)
}

it('leaves columns as they are when as many are wanted as are merged', () => {
  for (let merged = 1; merged <= 16; merged++) {
    expect(breakColumns(mergedMeasure(merged, 13, 1.5), merged, 1.5, 'wider-gutters')).toEqual({ columns: merged, characters: 13, gutter: 1.5, widerColumns: 0, rest: 0 })
  }
})
