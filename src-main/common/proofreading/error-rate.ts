import type { Change } from '../suggestions/changes'

/** 文字, 事实与语法, 人名日期, 数字用法, 标点, 不算差错. */
export const errorClasses = ['text', 'statement', 'name', 'number', 'punctuation', 'none'] as const
export type ErrorClass = (typeof errorClasses)[number]

/** A change as far as its weight is concerned. */
export interface WeighedChange extends Pick<Change, 'kind' | 'removed' | 'added'> {
  part: string // type of the block it stands in
  person: string
  pass: string
  at: number // Unix milliseconds
}

export interface FoundError extends WeighedChange { id: string, class: ErrorClass, weight: number }

/** Errors added up; `rate` is in 10,000 characters. */
export interface Tally { key: string, count: number, weight: number, rate: number, isWithin: boolean }

/** Newspapers pass at no more than this many errors in 10,000 characters (报纸期刊质量管理规定, 2020). */
export const mostErrors = 3

const mostRepeats = 3 // the same error counts at most so often
const mostForNumbers = 1 // breaches of GB/T 15835 together

const punctuation = /^[\p{P}\p{S}\s]+$/u
const arabic = /^[\d.,％%]+$/
const hanNumber = /^[〇零一二三四五六七八九十百千万亿两]+$/
const date = /[\d〇一二三四五六七八九十]+[年月日时]/
const wordKinds: Change['kind'][] = ['insert', 'delete', 'replace', 'transpose']

/** The likely class of a change, for people to correct; `names` are those the slip knows. */
export function guessClass({ kind, removed, added }: Pick<Change, 'kind' | 'removed' | 'added'>, names: readonly string[] = []): ErrorClass {
  if (!wordKinds.includes(kind)) return 'none'
  if (punctuation.test(removed + added)) return 'punctuation'
  if ((arabic.test(removed) && hanNumber.test(added)) || (hanNumber.test(removed) && arabic.test(added))) return 'number'
  if (date.test(removed) || date.test(added) || names.some(name => isOfName(name, added))) return 'name'
  return /\d/.test(removed + added) || (hanNumber.test(removed) && hanNumber.test(added)) ? 'statement' : 'text'
}

const isOfName = (name: string, words: string) => words !== '' && name !== '' && (name.includes(words) || words.includes(name))

/** 计错: text by its length, headlines and names and dates twice, numbers and punctuation a tenth. */
export function weightOf({ class: kind, removed, added, part }: Pick<FoundError, 'class' | 'removed' | 'added' | 'part'>): number {
  const length = Math.max([...removed].length, [...added].length)
  const base = { text: length <= 1 ? 1 : length <= 5 ? 2 : 4, statement: 1, name: 2, number: 0.1, punctuation: 0.1, none: 0 }[kind]
  return part === 'headline' ? base * 2 : base
}

/** Weighs errors in order, leaving out repeats and what goes beyond the most that numbers count for. */
export function weighed(errors: readonly Omit<FoundError, 'weight'>[]): FoundError[] {
  const repeats = new Map<string, number>()
  let numbers = 0
  return errors.map(error => {
    const key = [error.pass, error.class, error.removed, error.added].join('\u0000')
    repeats.set(key, (repeats.get(key) ?? 0) + 1)
    const weight = repeats.get(key)! > mostRepeats ? 0 : weightOf(error)
    const counted = error.class === 'number' ? Math.min(weight, Math.max(0, mostForNumbers - numbers)) : weight
    if (error.class === 'number') numbers += counted
    return { ...error, weight: rounded(counted) }
  })
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

const rounded = (figure: number) => Math.round(figure * 100) / 100
