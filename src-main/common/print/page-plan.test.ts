import { expect, it } from 'vitest'
import type { StoryId } from '../story/story'
import { builtInFormats } from './page-format'
import { boxOnPage, placedAs, placementAt, type Placement } from './page-plan'

const broadsheet = builtInFormats[0]!
const at = (story: string, firstColumn: number, firstLine: number): Placement =>
  ({ story: story as StoryId, template: 'slot', place: { format: 'broadsheet', firstColumn, columns: 4, firstLine, lines: 40, broken: 4, remainder: 'wider-column' } })

it('finds the story at a point of the page, and none in the margin', () => {
  const placements = [at('left', 0, 0), at('right', 4, 0)]
  const { x, y, width } = boxOnPage(placements[1]!.place, broadsheet)
  expect(placementAt(placements, broadsheet, { x: x + 1, y: y + 1 })?.story).toBe('right')
  expect(placementAt(placements, broadsheet, { x: x - 12, y: y + 1 })?.story).toBe('left')
  expect(placementAt(placements, broadsheet, { x: x + width + 3, y: y + 1 })).toBeUndefined()
  expect(placementAt(placements, broadsheet, { x: x + 1, y: y - 3 })).toBeUndefined()
})

it('finds of two that overlap the one that is set last', () => {
  const placements = [at('below', 0, 0), at('above', 2, 10)]
  const { x, y } = boxOnPage(placements[1]!.place, broadsheet)
  expect(placementAt(placements, broadsheet, { x: x + 1, y: y + 1 })?.story).toBe('above')
})

it('sets plainly what only a template of the newsroom’s own or a galley could', () => {
  expect(['lead', 'story-a4', 'ours'].map(placedAs)).toEqual(['lead', 'slot', 'slot'])
})
