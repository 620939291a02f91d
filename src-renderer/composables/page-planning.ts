import type { PageFormat } from '../../src-main/common/print/page-format'
import type { Placement } from '../../src-main/common/print/page-plan'
import { areOverlapping, placeOnPage, slotBounds, type Place } from '../../src-main/common/print/slot'
import type { StoryId } from '../../src-main/common/story/story'
import type { Cell } from './page-grid'

export const storyDragType = 'application/x-qingyang-story' // the id of a story dragged from the list

const usualColumns = 4
const deckLines = 8 // a headline of two lines over four columns takes about as much

/** A first place for a story of so many characters at a cell: four columns of the page, as many lines as it will about take. */
export function firstPlace(characters: number, { column, line }: Cell, format: PageFormat): Place {
  const columns = Math.min(usualColumns, format.columns)
  const lines = deckLines + Math.ceil(characters / (columns * format.characters) * 1.08) // indents and unfinished lines
  return placeOnPage({
    format: format.id, firstColumn: column, columns, firstLine: line, lines: Math.max(slotBounds.lines.least, lines), broken: columns, remainder: 'wider-column',
  }, format)
}

/** The place moved to the highest, then leftmost spot where nothing stands; where it is when the page is full. */
export function freeSpot(place: Place, placements: readonly Placement[], format: PageFormat): Place {
  for (let firstLine = 0; firstLine + place.lines <= format.lines; firstLine++) {
    for (let firstColumn = 0; firstColumn + place.columns <= format.columns; firstColumn++) {
      const spot = { ...place, firstColumn, firstLine }
      if (!placements.some(other => areOverlapping(spot, other.place))) return spot
    }
  }
  return place
}

/** The stories whose place overlaps that of `story`. */
export function overlappedBy(story: StoryId, placements: readonly Placement[]): StoryId[] {
  const own = placements.find(placement => placement.story === story)
  return own ? placements.filter(other => other.story !== story && areOverlapping(own.place, other.place)).map(other => other.story) : []
}
