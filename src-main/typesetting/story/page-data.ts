import type { PageJob, PlacedStory } from '../../common/ipc/typesetter-contract'
import { gridOrigin, gridSize } from '../../common/print/page-format'
import type { PageHead } from '../../common/print/page-plan'
import type { ParameterValues } from '../../common/print/template-parameters'
import { printable } from './printable'
import { readDocument, storyData } from './story-data'

/** A page as its template receives it, apart from what all templates are given; docs/templates.md describes it. */
export function pageData({ format, page, stories }: PageJob, parametersOf: (story: PlacedStory) => ParameterValues) {
  return {
    format: { ...format, origin: gridOrigin(format), grid: gridSize(format) },
    page: printableHead(page),
    stories: stories.map(placed => {
      const { text, slip, place, slot, template, fitting = { headlineScale: 100, isBalanced: true } } = placed
      return { story: storyData(readDocument(text), slip), place, slot, template, fitting, parameters: parametersOf(placed) }
    }),
  }
}
export type PageData = ReturnType<typeof pageData>

const printableHead = ({ paper, date, number, section, editor }: PageHead): PageHead =>
  ({ paper: printable(paper), date: printable(date), number: printable(number), section: printable(section), editor: printable(editor) })

/** What the page's head says, for the search for missing glyphs. */
export const headTexts = ({ paper, number, section, editor }: PageJob['page']) => [paper, number, section, editor]
