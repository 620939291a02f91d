import type { StoryId } from '../story/story'
import type { PageHead, PagePlan } from './page-plan'
import { placeholdersIn } from './placeholders'
import type { Finding, FindingPlace } from './preflight'
import { glyphFinding, withPlace } from './press-findings'
import type { MissingGlyph } from './print'
import { areOverlapping } from './slot'

/** What can be told from the plan alone: stories that stand on one another, and a head that is not complete. */
export function planFindings(plan: PagePlan, headlineOf: (story: StoryId) => string): Finding[] {
  return [...overlaps(plan, headlineOf), ...headFindings(plan)]
}

function overlaps({ placements }: PagePlan, headlineOf: (story: StoryId) => string): Finding[] {
  return placements.flatMap(({ story, place }, index) => placements.slice(index + 1)
    .filter(other => areOverlapping(place, other.place))
    .map((other): Finding => ({ code: 'stories-overlap', severity: 'blocker', values: { other: headlineOf(other.story) }, place: { box: story }, story })))
}

function headFindings(head: PageHead): Finding[] {
  const missing = (['paper', 'date', 'number'] as const).filter(field => head[field].trim() === '')
    .map((field): Finding => ({ code: `page-${field}-missing`, severity: 'warning', values: {}, place: { head: field } }))
  const placeholders = headFields.flatMap(field => placeholdersIn(head[field])
    .map(({ text, severity }): Finding => ({ code: 'placeholder', severity, values: { text, part: 'head' }, place: { head: field } })))
  return [...missing, ...placeholders]
}

const headFields = ['paper', 'number', 'section', 'editor'] as const

/** Characters of the head that no font has. */
export const headGlyphs = (head: PageHead, missing: MissingGlyph[]): Finding[] => missing.map(glyph => withPlace(glyphFinding(glyph), placeInHead(head, glyph.character)))

function placeInHead(head: PageHead, words: string): FindingPlace | undefined {
  const field = headFields.find(each => head[each].includes(words))
  return field && { head: field }
}

/** What is found of a story as part of a page; an editor named for the whole page answers for each of its stories. */
export const ofStory = (story: StoryId, findings: Finding[], { editor }: Pick<PageHead, 'editor'>): Finding[] =>
  findings.filter(({ code }) => code !== 'editor-missing' || editor.trim() === '').map(finding => ({ ...finding, story }))
