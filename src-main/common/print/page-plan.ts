import type { StoryId, StorySummary } from '../story/story'
import { gridOrigin, type PageFormat } from './page-format'
import type { Place } from './slot'
import { points } from './units'

export type PagePlanId = string & { readonly brand: 'PagePlanId' }

/** The story templates by which a page sets its stories. */
export const placedTemplates = ['slot', 'lead', 'meeting-report', 'commentary', 'brief'] as const
export type PlacedTemplate = (typeof placedTemplates)[number]

/** The template by which a page sets a story whose own plan names this one. */
export const placedAs = (template: string): PlacedTemplate => placedTemplates.find(each => each === template) ?? 'slot'

/** One story on a planned page. */
export interface Placement { story: StoryId, place: Place, template: PlacedTemplate }

/** What the head of a page says. */
export interface PageHead {
  paper: string // the newspaper's name, for the masthead line
  date: string // YYYY-MM-DD
  number: string // 版次: A01
  section: string // 版面: 要闻
  editor: string
}

/** A page 大样 as it is planned: which stories stand where, and what its head says. */
export interface PagePlan extends PageHead {
  id: PagePlanId
  format: string // of the page
  template: string // a page template
  placements: Placement[] // each story once; their places are of the page's format
}

/** A planned page with what lists show of its stories. */
export interface PlannedPage { plan: PagePlan, stories: StorySummary[] }

export interface PagePlanSummary extends Omit<PagePlan, 'placements'> {
  stories: number
  updatedAt: number // Unix milliseconds
}

/** Where a story's box lies on the page's grid, in pt from the grid's upper left corner. */
export interface Box { x: number, y: number, width: number, height: number }

/** The box of a place: whole columns with the gutters between them, whole lines without the space below the last. */
export function boxOf(place: Pick<Place, 'firstColumn' | 'columns' | 'firstLine' | 'lines'>, format: PageFormat): Box {
  const { characters, gutter, bodySize, linePitch } = format
  return {
    x: place.firstColumn * (characters + gutter) * bodySize,
    y: place.firstLine * linePitch,
    width: (place.columns * (characters + gutter) - gutter) * bodySize,
    height: (place.lines - 1) * linePitch + bodySize,
  }
}

/** The same from the trimmed page's upper left corner. */
export function boxOnPage(place: Parameters<typeof boxOf>[0], format: PageFormat): Box {
  const [origin, box] = [gridOrigin(format), boxOf(place, format)]
  return { ...box, x: points(origin.x) + box.x, y: points(origin.y) + box.y }
}

/** The placement at a point of the page, pt from its upper left corner; of those that overlap the one set last. */
export const placementAt = (placements: readonly Placement[], format: PageFormat, { x, y }: { x: number, y: number }): Placement | undefined =>
  [...placements].reverse().find(({ place }) => {
    const box = boxOnPage(place, format)
    return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
  })
