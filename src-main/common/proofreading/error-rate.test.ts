import { expect, it } from 'vitest'
import { schema } from '../document/schema'
import { readText, storyDoc } from '../document/story-doc'
import { changesOf } from '../suggestions/changes'
import { recordDecisions } from '../suggestions/decisions'
import { desk } from '../suggestions/testing/desk'
import { guessClass, monthOf, tallied, verdict, weighed, weightOf, type ErrorClass } from './error-rate'
import { classify, foundErrors } from './found-errors'

const error = (kind: ErrorClass, removed: string, added: string, { part = 'paragraph', pass = 'first-proof', issue = '2026-01-05' } = {}) =>
  ({ id: '', kind: 'replace' as const, class: kind, removed, added, part, person: '钱校', pass, at: 0, issue })

const headline = { part: 'headline' }

it('guesses the class from what was changed', () => {
  const guess = (removed: string, added: string, names: string[] = []) => guessClass({ kind: 'replace', removed, added }, names)
  expect([guess('，', '。'), guess('15', '十五'), guess('15', '16'), guess('3月', '4月'), guess('明', '鸣', ['王鸣']), guess('的', '地')]).toEqual(['punctuation', 'number', 'statement', 'name', 'name', 'text'])
  expect(guessClass({ kind: 'break', removed: '', added: '' })).toBe('none')
  expect(guessClass({ kind: 'insert-node', names: ['figure'], removed: '', added: '' })).toBe('picture')
})

// The weights of newsroom.md, “Quality in law”, one line each.
it.each<[rule: string, weight: number, ...Parameters<typeof error>]>([
  ['wrong text, one character: 1', 1, 'text', '的', '地'],
  ['missing text, one character: 1', 1, 'text', '', '了'],
  ['extra text, one character: 1', 1, 'text', '了', ''],
  ['two characters: 2', 2, 'text', '测验', '考试'],
  ['five characters: 2', 2, 'text', '一二三四五', ''],
  ['more than five: 4', 4, 'text', '', '一二三四五六'],
  ['factual, logical, grammatical: 1, however long', 1, 'statement', '第一季度营业收入', '前三季度营业收入'],
  ['headline ×2', 2, 'text', '的', '地', headline],
  ['headline ×2, of five characters', 4, 'text', '一二三四五', '', headline],
  ['headline ×2, of 引题', 2, 'text', '的', '地', { part: 'kicker' }],
  ['headline ×2, of a statement', 2, 'statement', '增长', '下降', headline],
  ['wrong names ×2', 2, 'name', '明', '鸣'],
  ['wrong names ×2, of three characters', 4, 'name', '王小明', '李大鸣'],
  ['wrong dates ×2', 4, 'name', '3月', '4月'],
  ['wrong pictures ×2', 2, 'picture', '', ''],
  ['a wrong name in a headline, both', 4, 'name', '明', '鸣', headline],
  ['numbers: 0.1 each', 0.1, 'number', '15', '十五'],
  ['punctuation: 0.1 each', 0.1, 'punctuation', '，', '。'],
  ['no error', 0, 'none', '的', '地', headline],
])('weighs %s', (_, weight, ...found) => {
  expect(weightOf(error(...found))).toBe(weight)
})

it('counts the same error three times an issue at most, each pass and each issue for itself', () => {
  const weights = (errors: ReturnType<typeof error>[]) => weighed(errors).map(({ weight }) => weight)
  expect(weights(Array.from({ length: 5 }, () => error('text', '的', '地')))).toEqual([1, 1, 1, 0, 0])
  expect(weights([...Array.from({ length: 4 }, () => error('text', '的', '地')), error('text', '得', '地'), error('text', '的', '地', { pass: 'second-proof' }), error('text', '的', '地', { issue: '2026-01-06' })])).toEqual([1, 1, 1, 0, 1, 1, 1])
  expect(weights(Array.from({ length: 5 }, () => error('punctuation', '，', '。')))).toEqual([0.1, 0.1, 0.1, 0, 0])
})

it('counts breaches of GB/T 15835 for one an issue at most, each pass for itself', () => {
  const sum = (errors: ReturnType<typeof error>[]) => weighed(errors).reduce((total, { weight }) => total + weight, 0)
  const numbers = (count: number, where = {}) => Array.from({ length: count }, (_, index) => error('number', String(index), '一', where))
  expect(sum(numbers(9))).toBeCloseTo(0.9)
  expect(sum(numbers(14))).toBeCloseTo(1)
  expect(sum([...numbers(14), ...numbers(14, { issue: '2026-01-06' }), ...numbers(3, { pass: 'second-proof' })])).toBeCloseTo(2.3)
})

it('adds up by pass and says whether three in ten thousand are kept', () => {
  const errors = weighed([error('text', '的', '地'), error('punctuation', '，', '。'), error('text', '在', '再', { pass: 'second-proof' })])
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

it('counts what was accepted, and no more once that was taken back and rejected', () => {
  const doc = storyDoc(schema.node('doc', null, [schema.node('headline', null, [schema.text('江水上涨')]), schema.node('paragraph', null, [schema.text('三人受伤。')])]))
  const original = readText(doc)
  const proofreader = { person: '钱校', role: '校对', pass: 'first-proof' }
  desk(doc).edit({ name: 'replacing', apply: ({ tr }) => tr.insertText('退', 4, 5) }, proofreader)
  const changes = changesOf(readText(doc))
  recordDecisions(doc, changes, 'accept', proofreader)
  expect(foundErrors(doc, original)).toHaveLength(1)
  recordDecisions(doc, changes, 'reject', proofreader)
  expect(foundErrors(doc, original)).toEqual([])
  recordDecisions(doc, changes, 'accept', proofreader)
  expect(foundErrors(doc, original)).toHaveLength(1)
})
