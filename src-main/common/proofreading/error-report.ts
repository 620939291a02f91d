import type { StoryId } from '../story/story'
import { passOrder, type Pass } from '../suggestions/passes'
import { monthOf, rounded, verdict, weigher, type FoundError, type Tally } from './error-rate'

/** Which readings a report is about: begun at `from`, before `to` (Unix milliseconds; null: no end), of one pass, person and desk (empty: all). */
export interface ErrorQuery { from: number | null, to: number | null, pass: Pass | '', person: string, desk: string }

/** A reading of a story by one person in one pass: it was signed, or it found something. `story` is any number that tells stories apart. */
export interface Reading { story: number, pass: string, person: string, at: number }

/** An error with the reading that found it. */
export type ReadError = Reading & Pick<FoundError, 'class' | 'part' | 'removed' | 'added'>

/** What a report says of a story; `issue` as errors have it. */
export interface StoryFacts { id: StoryId, headline: string, desk: string, characters: number, issue: string }

export const errorGroups = ['pass', 'person', 'month', 'desk', 'story'] as const
export type ErrorGroup = (typeof errorGroups)[number]

/** One story, pass, person and month: what all sums of a report are made of. */
export interface ErrorCell { story: StoryId, headline: string, desk: string, characters: number, pass: string, person: string, month: string, count: number, weight: number }

/** Errors of some readings, held against the characters of the stories they read. */
export interface GroupTally extends Tally { headline: string, stories: number, characters: number }

export interface ErrorReport {
  total: GroupTally
  groups: Record<ErrorGroup, GroupTally[]>
  people: string[] // whose readings there are in the period, as `desks`
  desks: string[]
}

export const mostStories = 500 // rows of a report by story: those with the most errors

/**
 * Adds up what readings found. `errors` come in the order in which they were found; repeats are told apart issue by issue, whatever part of them is
 * asked for. Stories of which nothing is known are left out.
 */
export function errorCells({ pass, person, desk }: ErrorQuery, errors: Iterable<ReadError>, readings: Iterable<Reading>, factsOf: (story: number) => StoryFacts | undefined): CountedErrors {
  const cells = cellsByReading(factsOf)
  const weigh = weigher()
  for (const reading of readings) cells.of(reading)
  for (const error of errors) {
    const cell = cells.of(error)
    if (!cell || error.class === 'none') continue
    cell.count++
    cell.weight = rounded(cell.weight + weigh({ ...error, issue: cell.issue || cell.story }))
  }
  const all = cells.all()
  const asked = all.filter(cell => (pass === '' || cell.pass === pass) && (person === '' || cell.person === person) && (desk === '' || cell.desk === desk))
  return { cells: asked, people: namesIn(all.map(cell => cell.person)), desks: namesIn(all.map(cell => cell.desk)) }
}

interface CountedErrors { cells: ErrorCell[], people: string[], desks: string[] }

/** A library has hundreds of thousands of readings: what tells them apart is numbered, not joined. */
function cellsByReading(factsOf: (story: number) => StoryFacts | undefined) {
  const known = new Map<number, Map<number, ErrorCell & { issue: string }>>()
  const [facts, numberOf, monthNear] = [remembered(factsOf), numbers(), remembered((quarter: number) => monthOf(quarter * quarterHour))]

  return {
    of({ story, pass, person, at }: Reading) {
      const about = facts(story)
      if (!about) return
      const month = monthNear(Math.floor(at / quarterHour))
      const key = (numberOf(pass) * most + numberOf(person)) * most + numberOf(month)
      let ofStory = known.get(story)
      if (!ofStory) known.set(story, ofStory = new Map())
      let cell = ofStory.get(key)
      if (!cell) ofStory.set(key, cell = { story: about.id, headline: about.headline, desk: about.desk, characters: about.characters, issue: about.issue, pass, person, month, count: 0, weight: 0 })
      return cell
    },
    all: () => [...known.values()].flatMap(ofStory => [...ofStory.values()]),
  }
}

const quarterHour = 15 * 60 * 1000 // milliseconds: no time zone begins a month within one
const most = 100_000 // names of one kind

function remembered<Given, Answer>(answer: (given: Given) => Answer): (given: Given) => Answer {
  const answers = new Map<Given, Answer>()
  return given => {
    if (!answers.has(given)) answers.set(given, answer(given))
    return answers.get(given)!
  }
}

function numbers(): (name: string) => number {
  const known = new Map<string, number>()
  return remembered(name => known.set(name, known.size).get(name)!)
}

const namesIn = (names: string[]) => [...new Set(names)].filter(name => name !== '').sort((a, b) => a.localeCompare(b, 'zh-CN'))

/** The cells as a report: all together, and by each thing they can be put together by. */
export function reportOf({ cells, people, desks }: CountedErrors): ErrorReport {
  const grouped = (group: ErrorGroup) => tallies(cells, cell => cell[group]).sort(orders[group])
  return {
    total: tallies(cells, () => '')[0] ?? { key: '', headline: '', stories: 0, characters: 0, count: 0, ...verdict(0, 0) },
    groups: { pass: grouped('pass'), person: grouped('person'), month: grouped('month'), desk: grouped('desk'), story: grouped('story').slice(0, mostStories) },
    people, desks,
  }
}

const byWeight = (a: GroupTally, b: GroupTally) => b.weight - a.weight || b.count - a.count
const orders: Record<ErrorGroup, (a: GroupTally, b: GroupTally) => number> = {
  pass: (a, b) => passOrder(a.key) - passOrder(b.key), month: (a, b) => a.key.localeCompare(b.key), person: byWeight, desk: byWeight, story: byWeight,
}

/** A story read twice within a group has its characters once; the cells of a story stand together. */
function tallies(cells: readonly ErrorCell[], keyOf: (cell: ErrorCell) => string): GroupTally[] {
  const groups = new Map<string, { headline: string, count: number, weight: number, characters: number, stories: number, last: StoryId | undefined }>()
  for (const cell of cells) {
    const key = keyOf(cell)
    let group = groups.get(key)
    if (!group) groups.set(key, group = { headline: cell.headline, count: 0, weight: 0, characters: 0, stories: 0, last: undefined })
    group.count += cell.count
    group.weight += cell.weight
    if (group.last === cell.story) continue
    group.last = cell.story
    group.stories++
    group.characters += cell.characters
  }
  return [...groups].map(([key, { headline, count, weight, characters, stories }]) => ({ key, headline, count, characters, stories, ...verdict(weight, characters) }))
}
