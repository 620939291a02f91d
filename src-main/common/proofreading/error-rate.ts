import { isDeckType } from '../document/text'
import type { Change } from '../suggestions/changes'

/** 文字, 事实与语法, 人名日期, 图片, 数字用法, 标点, 不算差错. */
export const errorClasses = ['text', 'statement', 'name', 'picture', 'number', 'punctuation', 'none'] as const
export type ErrorClass = (typeof errorClasses)[number]

/** A change as far as its weight is concerned. */
export interface WeighedChange extends Pick<Change, 'kind' | 'removed' | 'added'> {
  part: string // type of the block it stands in
  person: string
  pass: string
  at: number // Unix milliseconds
  issue: string // whatever tells issues of the paper apart: errors of one issue and pass count together
}

export interface FoundError extends WeighedChange { id: string, class: ErrorClass, weight: number }

/** Errors added up; `rate` is in 10,000 characters. */
export interface Tally { key: string, count: number, weight: number, rate: number, isWithin: boolean }

/** Newspapers pass at no more than this many errors in 10,000 characters (报纸期刊质量管理规定, 2020). */
export const mostErrors = 3

const mostRepeats = 3 // times the same error counts in an issue (the same rule, 附件, as every weight here)
const mostForNumbers = 1 // that breaches of GB/T 15835 of an issue weigh together

const punctuation = /^[\p{P}\p{S}\s]+$/u
const arabic = /^[\d.,％%]+$/
const hanNumber = /^[〇零一二三四五六七八九十百千万亿两]+$/
const date = /[\d〇一二三四五六七八九十]+[年月日时]/
const wordKinds: Change['kind'][] = ['insert', 'delete', 'replace', 'transpose']
const nodeKinds: Change['kind'][] = ['insert-node', 'delete-node', 'look']

/** The likely class of a change, for people to correct; `names` are those the slip knows. */
export function guessClass({ kind, names: nodes = [], removed, added }: Pick<Change, 'kind' | 'removed' | 'added'> & { names?: readonly string[] }, names: readonly string[] = []): ErrorClass {
  if (nodes.includes('figure') && nodeKinds.includes(kind)) return 'picture'
  if (!wordKinds.includes(kind)) return 'none'
  if (punctuation.test(removed + added)) return 'punctuation'
  if ((arabic.test(removed) && hanNumber.test(added)) || (hanNumber.test(removed) && arabic.test(added))) return 'number'
  if (date.test(removed) || date.test(added) || names.some(name => isOfName(name, added))) return 'name'
  return /\d/.test(removed + added) || (hanNumber.test(removed) && hanNumber.test(added)) ? 'statement' : 'text'
}

const isOfName = (name: string, words: string) => words !== '' && name !== '' && (name.includes(words) || words.includes(name))

/** 计错: words by their number (1, 2–5, more), statements 1, names, dates and pictures twice, all of it twice in a headline 标题 (its 引题 and 副题, too). */
export function weightOf({ class: kind, removed, added, part }: Pick<FoundError, 'class' | 'removed' | 'added' | 'part'>): number {
  const length = Math.max([...removed].length, [...added].length)
  const words = length <= 1 ? 1 : length <= 5 ? 2 : 4
  const base = { text: words, statement: 1, name: words * 2, picture: 2, number: 0.1, punctuation: 0.1, none: 0 }[kind]
  return isDeckType(part) ? base * 2 : base
}

/** Weighs errors one after another, leaving out repeats and what goes beyond the most that numbers count for, issue by issue and pass by pass. */
export function weigher() {
  const repeats = new Map<string, number>()
  const numbers = new Map<string, number>()

  return (error: Pick<FoundError, 'class' | 'removed' | 'added' | 'part' | 'pass' | 'issue'>): number => {
    const reading = `${error.issue}\u0000${error.pass}`
    const key = [reading, error.class, error.removed, error.added].join('\u0000')
    const times = (repeats.get(key) ?? 0) + 1
    repeats.set(key, times)
    const weight = times > mostRepeats ? 0 : weightOf(error)
    if (error.class !== 'number') return weight
    const before = numbers.get(reading) ?? 0
    const counted = rounded(Math.min(weight, Math.max(0, mostForNumbers - before)))
    numbers.set(reading, before + counted)
    return counted
  }
}

/** The same for a list of errors in order. */
export function weighed(errors: readonly Omit<FoundError, 'weight'>[]): FoundError[] {
  const weigh = weigher()
  return errors.map(error => ({ ...error, weight: weigh(error) }))
}

/** Adds errors up by pass, by person or whatever `keyOf` names, in the order they first come. */
export function tallied(errors: readonly FoundError[], characters: number, keyOf: (error: FoundError) => string): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const error of errors.filter(({ class: kind }) => kind !== 'none')) {
    const key = keyOf(error)
    const { count, weight } = tallies.get(key) ?? { count: 0, weight: 0 }
    tallies.set(key, { key, count: count + 1, ...verdict(weight + error.weight, characters) })
  }
  return [...tallies.values()]
}

/** The rate of so much weight in so many characters, and whether it passes. */
export function verdict(weight: number, characters: number): Pick<Tally, 'weight' | 'rate' | 'isWithin'> {
  const rate = characters === 0 ? 0 : rounded(weight * 10_000 / characters)
  return { weight: rounded(weight), rate, isWithin: rate <= mostErrors }
}

/** The month of a time, as YYYY-MM. */
export const monthOf = (at: number) => {
  const day = new Date(at)
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`
}

export const rounded = (figure: number) => Math.round(figure * 100) / 100
