import type { PageJob } from '../../common/ipc/typesetter-contract'
import { gridOrigin, gridSize } from '../../common/print/page-format'
import { printable } from './printable'
import { readDocument, storyData } from './story-data'

/** A page as its template receives it, apart from what all templates are given; docs/templates.md describes it. */
export function pageData({ format, page, stories }: PageJob) {
  return {
    format: { ...format, origin: gridOrigin(format), grid: gridSize(format) },
    page: Object.fromEntries(Object.entries(page).map(([field, value]) => [field, printable(value)])) as typeof page,
    stories: stories.map(({ text, slip, place, slot, fitting = { headlineScale: 100, isBalanced: true } }) =>
      ({ story: storyData(readDocument(text), slip), place, slot, fitting })),
  }
}
export type PageData = ReturnType<typeof pageData>

/** What the page's head says, for the search for missing glyphs. */
export const headTexts = ({ paper, number, section, editor }: PageJob['page']) => [paper, number, section, editor]
