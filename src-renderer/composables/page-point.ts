import { readText } from '../../src-main/common/document/story-doc'
import { offsetText } from '../../src-main/common/document/text'
import { glyphEdges, lineAt, offsetAt, wordsOn } from '../../src-main/common/print/line-places'
import { boxOnPage, placementAt, type Placement } from '../../src-main/common/print/page-plan'
import { slotProofMargin } from '../../src-main/common/print/print'
import type { SetLine } from '../../src-main/common/print/set-lines'
import { points } from '../../src-main/common/print/units'
import { viewOf } from '../../src-main/common/suggestions/views'
import { usePagePlanStore } from '../stores/page-plans'
import { useStoryStore } from '../stores/story'
import { useTextPlaceStore } from '../stores/text-place'

/** From a point of the page proof 大样 to the words there: their story is opened, the cursor at that character; at its beginning where no line is near. */
export function usePagePoint() {
  const [pages, places, stories] = [usePagePlanStore(), useTextPlaceStore(), useStoryStore()]

  /** `x` and `y` in pt from the page's upper left corner. */
  async function goToPoint(x: number, y: number) {
    const { plan, format, page } = pages
    const placement = plan && format && placementAt(plan.placements, format, { x, y })
    if (!placement) return
    const lines = await linesOnPage(placement)
    await places.goToFinding({ story: placement.story })
    const line = lines[lineAt(lines, { page: 0, x, y })]
    const words = line && wordsOf(line)
    if (!line || words === undefined) return
    const offset = offsetAt(line, words, page?.pages[0] ? glyphEdges(page.pages[0], line) : [], x)
    places.goToFinal({ block: line.block, offset }, offset === line.to ? 'after' : 'before')
  }

  /** The lines of a story as they stand on the page. */
  async function linesOnPage(placement: Placement): Promise<SetLine[]> {
    const set = await pages.linesAt(placement)
    const area = boxOnPage(placement.place, pages.format!)
    const margin = points(slotProofMargin)
    return set?.lines.map(line => ({ ...line, box: { ...line.box, x: line.box.x - margin + area.x, y: line.box.y - margin + area.y } })) ?? []
  }

  /** Nothing when the story has changed since. */
  function wordsOf(line: SetLine): string | undefined {
    const node = stories.doc && viewOf(readText(stories.doc), 'final').maybeChild(line.block)
    return node ? wordsOn(offsetText(node), line) : undefined
  }

  return { goToPoint }
}
