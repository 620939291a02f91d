import { expect, it } from 'vitest'
import { schema } from '../document/schema'
import { storyDoc } from '../document/story-doc'
import { desk } from '../suggestions/testing/desk'
import { guessClass, monthOf, tallied, verdict, weighed, weightOf, type ErrorClass } from './error-rate'
import { classify, foundErrors } from './found-errors'

const error = (kind: ErrorClass, removed: string, added: string, part = 'paragraph', pass = 'first-proof') =>
  ({ id: '', kind: 'replace' as const, class: kind, removed, added, part, person: '钱校', pass, at: 0 })

it('guesses the class from what was changed', () => {
  const guess = (removed: string, added: string, names: string[] = []) => guessClass({ kind: 'replace', removed, added }, names)
  expect([guess('，', '。'), guess('15', '十五'), guess('15', '16'), guess('3月', '4月'), guess('明', '鸣', ['王鸣']), guess('的', '地')]).toEqual(['punctuation', 'number', 'statement', 'name', 'name', 'text'])
  expect(guessClass({ kind: 'break', removed: '', added: '' })).toBe('none')
})

it('weighs text by its length, headlines, names and dates twice, numbers and punctuation a tenth', () => {
  expect([['的', '地'], ['测验', '考试'], ['一二三四五六', '甲']].map(([removed, added]) => weightOf(error('text', removed!, added!)))).toEqual([1, 2, 4])
  expect([weightOf(error('text', '的', '地', 'headline')), weightOf(error('name', '明', '鸣')), weightOf(error('statement', '1', '2')), weightOf(error('punctuation', '，', '。'))]).toEqual([2, 2, 1, 0.1])
})

it('counts the same error three times at most, and numbers for one at most', () => {
  expect(weighed(Array.from({ length: 5 }, () => error('text', '的', '地'))).map(({ weight }) => weight)).toEqual([1, 1, 1, 0, 0])
  const numbers = weighed(Array.from({ length: 14 }, (_, index) => error('number', String(index), '一')))
  expect(numbers.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
})

it('adds up by pass and says whether three in ten thousand are kept', () => {
  const errors = weighed([error('text', '的', '地'), error('punctuation', '，', '。'), error('text', '在', '再', 'paragraph', 'second-proof')])
  expect(tallied(errors, 1000, ({ pass }) => pass)).toEqual([
    { key: 'first-proof', count: 2, weight: 1.1, rate: 11, isWithin: false }, { key: 'second-proof', count: 1, weight: 1, rate: 10, isWithin: false },
  ])
  expect([verdict(3, 10_000).isWithin, verdict(3.1, 10_000).isWithin, monthOf(new Date(2026, 0, 5).getTime())]).toEqual([true, false, '2026-01'])
})

it('takes a story’s suggestions for errors found, and people’s word for their class', () => {
  const doc = storyDoc(schema.node('doc', null, [schema.node('headline', null, [schema.text('江水上涨')]), schema.node('paragraph', null, [schema.text('三人受伤。')])]))
  const table = desk(doc)
  table.edit({ name: 'replacing', apply: ({ tr }) => tr.insertText('退', 4, 5) }, { person: '钱校', role: '校对', pass: 'first-proof' })
  table.edit({ name: 'drafting', apply: ({ tr }) => tr.insertText('昨', 8, 8) }, { person: '周编', role: '', pass: 'draft' })
  const [found, ...others] = foundErrors(doc)
  expect([found!.class, found!.weight, found!.part, found!.person, others]).toEqual(['text', 2, 'headline', '钱校', []])
  classify(doc, found!.id, 'none')
  expect(foundErrors(doc)[0]!.weight).toBe(0)
})
