import { expect, it } from 'vitest'
import type { StoryId } from '../story/story'
import { errorCsv, type CsvWords } from './error-csv'
import { errorCells, reportOf, type ErrorQuery, type ReadError, type Reading, type StoryFacts } from './error-report'

const whole: ErrorQuery = { from: null, to: null, pass: '', person: '', desk: '' }
const january = new Date(2026, 0, 5, 12).getTime()
const february = new Date(2026, 1, 5, 12).getTime()

const facts = (story: number): StoryFacts => ({ id: 'abc'[story]! as StoryId, headline: `题${'abc'[story]}`, desk: story === 2 ? '经济部' : '时政部', characters: 5000, issue: '2026-01-06' })
const reading = (story: number, person: string, pass = 'first-proof', at = january): Reading => ({ story, pass, person, at })
const error = (story: number, person: string, removed = '的', pass = 'first-proof', at = january): ReadError => ({ ...reading(story, person, pass, at), class: 'text', removed, added: '地', part: 'paragraph' })

const errors = [error(0, '钱校'), error(0, '钱校', '得'), error(1, '孙校', '底', 'second-proof'), error(2, '钱校', '滴', 'first-proof', february)]
const readings = [reading(0, '钱校'), reading(1, '钱校'), reading(1, '孙校', 'second-proof'), reading(2, '钱校', 'first-proof', february)]
const report = (query: Partial<ErrorQuery> = {}, found = errors, factsOf: (story: number) => StoryFacts | undefined = facts) => reportOf(errorCells({ ...whole, ...query }, found, readings, factsOf))

it('holds what each pass, person, month, desk and story found against the characters it read, those read without a find too', () => {
  const { total, groups, people, desks } = report()
  const shown = (group: keyof typeof groups) => groups[group].map(({ key, stories, characters, count, rate, isWithin }) => [key, stories, characters, count, rate, isWithin])
  expect(total).toMatchObject({ stories: 3, characters: 15_000, count: 4, weight: 4, rate: 2.67, isWithin: true })
  expect(shown('pass')).toEqual([['first-proof', 3, 15_000, 3, 2, true], ['second-proof', 1, 5000, 1, 2, true]])
  expect(shown('person')).toEqual([['钱校', 3, 15_000, 3, 2, true], ['孙校', 1, 5000, 1, 2, true]])
  expect(shown('month')).toEqual([['2026-01', 2, 10_000, 3, 3, true], ['2026-02', 1, 5000, 1, 2, true]])
  expect(shown('desk')).toEqual([['时政部', 2, 10_000, 3, 3, true], ['经济部', 1, 5000, 1, 2, true]])
  expect(shown('story')[0]).toEqual(['a', 1, 5000, 2, 4, false])
  expect([people, desks]).toEqual([['钱校', '孙校'], ['经济部', '时政部']])
})

it('asks for one pass, person or desk', () => {
  expect(report({ pass: 'second-proof' }).total).toMatchObject({ stories: 1, count: 1 })
  expect(report({ person: '钱校', desk: '经济部' }).total).toMatchObject({ stories: 1, count: 1 })
  expect(report({ person: '孙校', desk: '经济部' }).total).toMatchObject({ stories: 0, characters: 0, count: 0, rate: 0, isWithin: true })
})

it('counts the same error three times in all the stories of an issue', () => {
  const same = [0, 1, 0, 1, 2].map(story => error(story, '钱校'))
  expect(report({}, same).total.weight).toBe(3)
  expect(report({}, same, story => ({ ...facts(story), issue: '' })).total.weight).toBe(5)
})

it('leaves out stories of which nothing is known', () => {
  expect(report({}, errors, story => story === 0 ? undefined : facts(story)).total).toMatchObject({ stories: 2, count: 2 })
})

it('writes a table that spreadsheets read, and no formula', () => {
  const words = { columns: { month: '月份', headline: '稿件', desk: '部门', pass: '环节', person: '查出者', characters: '字数', count: '差错', weight: '计错', rate: '万分比', verdict: '结论' }, passes: { 'first-proof': '一校' }, within: '合格', beyond: '超过万分之三' } satisfies CsvWords
  const { cells } = errorCells(whole, [error(0, '钱校')], [], story => ({ ...facts(story), headline: '=1+1, “上涨”"', desk: '' }))
  expect(errorCsv(cells, words)).toBe('\uFEFF月份,稿件,部门,环节,查出者,字数,差错,计错,万分比,结论\r\n2026-01,"\'=1+1, “上涨”""",,一校,钱校,5000,1,1,2,合格\r\n')
})
