import { expect, it } from 'vitest'
import { builtInFormats } from '../../src-main/common/print/page-format'
import type { PagePlan, Placement } from '../../src-main/common/print/page-plan'
import type { StoryId } from '../../src-main/common/story/story'
import { firstPlace, freeSpot, overlappedBy } from './page-planning'
import { planHistory } from './plan-history'

const broadsheet = builtInFormats[0]!
const [lead, brief] = ['lead', 'brief'] as StoryId[] as [StoryId, StoryId]
const top = firstPlace(1200, { column: 0, line: 0 }, broadsheet)

it('gives a story about the room its length takes', () => {
  expect(top).toMatchObject({ columns: 4, lines: 8 + Math.ceil(1200 / 52 * 1.08), broken: 4 })
  expect(firstPlace(300_000, { column: 7, line: 100 }, broadsheet)).toMatchObject({ firstColumn: 4, firstLine: 0, lines: 120 })
})

it('finds the highest free spot, and stays where it is on a full page', () => {
  const placements: Placement[] = [{ story: lead, place: top, template: 'lead' }]
  expect(freeSpot(top, placements, broadsheet)).toMatchObject({ firstColumn: 4, firstLine: 0 })
  expect(freeSpot({ ...top, columns: 5, broken: 5 }, placements, broadsheet)).toMatchObject({ firstColumn: 0, firstLine: top.lines })
  const full: Placement[] = [{ story: lead, place: { ...top, columns: 8, broken: 8, lines: 120 }, template: 'lead' }]
  expect(freeSpot(top, full, broadsheet)).toEqual(top)
})

it('names the stories that overlap', () => {
  const placements: Placement[] = [{ story: lead, place: top, template: 'lead' }, { story: brief, place: { ...top, firstColumn: 3 }, template: 'brief' }]
  expect(overlappedBy(lead, placements)).toEqual([brief])
  expect(overlappedBy(lead, [placements[0]!, { story: brief, place: { ...top, firstColumn: 4 }, template: 'brief' }])).toEqual([])
})

it('goes back and forth through the changes of a page', () => {
  const history = planHistory()
  const [one, two, three] = [1, 2, 3].map(number => ({ number: String(number) }) as PagePlan) as [PagePlan, PagePlan, PagePlan]
  history.record(one)
  history.record(two)
  expect(history.undo(three)).toBe(two)
  expect(history.undo(two)).toBe(one)
  expect(history.undo(one)).toBeUndefined()
  expect(history.redo(one)).toBe(two)
  history.record(two)
  expect(history.canRedo.value).toBe(false)
})
