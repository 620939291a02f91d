import { expect, it } from 'vitest'
import type { StoryId } from '../story/story'
import { headGlyphs, ofStory, planFindings } from './page-findings'
import type { PagePlan, PagePlanId } from './page-plan'
import type { Finding } from './preflight'

const place = { format: 'broadsheet', firstColumn: 0, columns: 4, firstLine: 0, lines: 40, broken: 4, remainder: 'wider-column' } as const
const [lead, brief, photo] = ['lead', 'brief', 'photo'] as unknown as [StoryId, StoryId, StoryId]
const plan = (change: Partial<PagePlan> = {}): PagePlan => ({
  id: 'front' as PagePlanId, format: 'broadsheet', template: 'page', paper: '临江日报', date: '2026-11-24', number: 'A01', section: '要闻', editor: '闻达',
  placements: [{ story: lead, place, template: 'lead' }, { story: brief, place: { ...place, firstColumn: 4 }, template: 'brief' }, { story: photo, place: { ...place, firstLine: 40 }, template: 'slot' }], ...change,
})
const found = (change: Partial<PagePlan>) => planFindings(plan(change), story => `《${story}》`)

it('finds nothing on a page whose head is complete and whose stories stand apart', () => expect(found({})).toEqual([]))

it('keeps stories that stand on one another from press, and leads to the box', () => {
  const { placements } = plan()
  const moved = placements.map(each => each.story === photo ? { ...each, place: { ...place, firstLine: 39 } } : each)
  expect(found({ placements: moved })).toEqual([{ code: 'stories-overlap', severity: 'blocker', values: { other: '《photo》' }, place: { box: lead }, story: lead }])
})

it('warns of a head without paper, date or number, and of what is still to come in it', () => {
  expect(found({ paper: ' ', date: '', number: '', section: '××' })).toMatchObject([
    { code: 'page-paper-missing', severity: 'warning', place: { head: 'paper' } },
    { code: 'page-date-missing', place: { head: 'date' } },
    { code: 'page-number-missing', place: { head: 'number' } },
    { code: 'placeholder', values: { text: '××' }, place: { head: 'section' } },
  ])
  expect(headGlyphs(plan({ editor: '闻𪚥' }), [{ character: '𪚥', codePoint: 'U+2A6A5', count: 1, context: '' }])).toMatchObject([{ code: 'missing-glyph', severity: 'blocker', place: { head: 'editor' } }])
})

it('says of which story a finding is, and lets the page’s editor answer for its stories', () => {
  const findings: Finding[] = [{ code: 'headline-missing', severity: 'blocker', values: {} }, { code: 'editor-missing', severity: 'warning', values: {} }]
  expect(ofStory(lead, findings, { editor: '' })).toEqual(findings.map(finding => ({ ...finding, story: lead })))
  expect(ofStory(lead, findings, { editor: '闻达' }).map(({ code }) => code)).toEqual(['headline-missing'])
})
