import { expect, it, vi } from 'vitest'
import { errorCodes } from '../../src-main/common/ipc/errors'
import { pressRequirements } from '../../src-main/common/print/press'
import { inBraces } from '../../src-main/common/wording'
import { createTranslations, messagesIn } from '.'
import { files as englishFiles } from './en'
import { files as chineseFiles } from './zh-CN'

const [chineseMessages, englishMessages] = [messagesIn(chineseFiles), messagesIn(englishFiles)]
const chinese = keysOf(chineseMessages)
const english = keysOf(englishMessages)
const textAt = (messages: object, key: string) => key.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], messages) as string
const files = import.meta.glob<string>(['../**/*.{vue,ts}', '!../**/*.test.ts', '!./**'], { query: '?raw', import: 'default', eager: true })
const sources = Object.entries(files).map(([path, text]) => ({ path, text }))
const sorted = (texts: readonly string[]) => [...texts].sort()

function keysOf(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([name, value]) => typeof value === 'string' ? [prefix + name] : keysOf(value as object, `${prefix}${name}.`))
}

/** Keys written out in full: `t('area.name')`, and the labels of commands. */
function keysUsed(text: string): string[] {
  const calls = [...text.matchAll(/(?<![\w.])t\((?:[^'`()]*\? )?'([\w.-]+)'(?: : '([\w.-]+)')?/g)].flatMap(match => [match[1], match[2]])
  const labels = [...text.matchAll(/label: '([\w-]+\.[\w.-]+)'/g)].map(match => match[1])
  return [...calls, ...labels].filter(key => key !== undefined)
}

/** Keys put together from a part that is written and one that is not: what must exist is something that begins so. */
function prefixesUsed(text: string): string[] {
  return [...text.matchAll(/(?<![\w.])t\(`([\w.-]+\.)\$\{/g)].map(match => match[1]!)
}

it('reads the sources of the interface', () => {
  expect(sources.length).toBeGreaterThan(50)
})

it('says everything in both languages', () => {
  expect(sorted(english)).toEqual(sorted(chinese))
})

it('has every key the interface uses', () => {
  const missing = sources.flatMap(({ path, text }) => keysUsed(text).filter(key => !chinese.includes(key)).map(key => `${path}: ${key}`))
  expect(missing).toEqual([])
})

it('has keys under every prefix the interface uses', () => {
  const missing = sources.flatMap(({ path, text }) => prefixesUsed(text).filter(prefix => !chinese.some(key => key.startsWith(prefix))).map(prefix => `${path}: ${prefix}`))
  expect(missing).toEqual([])
})

it('has a sentence for every refusal', () => {
  expect(sorted(keysOf(englishMessages['errors']!))).toEqual(sorted(errorCodes))
})

it('has words for everything a press PDF is held against', () => {
  expect(chinese).toEqual(expect.arrayContaining(pressRequirements.map(id => `preflight.requirements.${id}`)))
})

it('uses the same placeholders in both languages', () => {
  const placeholders = (text: string) => sorted([...new Set([...text.matchAll(inBraces)].map(([, name]) => name!))])
  const different = chinese.filter(key => JSON.stringify(placeholders(textAt(chineseMessages, key))) !== JSON.stringify(placeholders(textAt(englishMessages, key))))
  expect(different).toEqual([])
})

it.each([['Chinese', chineseMessages], ['English', englishMessages]])('writes %s with placeholders alone in braces', (_, messages) => {
  const others = keysOf(messages).filter(key => /[{}]/.test(textAt(messages, key).replace(inBraces, '')))
  expect(others).toEqual([])
})

it('writes English without Chinese characters', () => {
  const texts = JSON.stringify(englishMessages).match(/"[^"]*":"[^"]*\p{Script=Han}[^"]*"/gu) ?? []
  expect(texts).toEqual([])
})

it('writes numbers as each language does, with one formatter for those that ask for nothing else', () => {
  const made = vi.spyOn(Intl, 'NumberFormat')
  const { n } = createTranslations('zh-CN', chineseMessages).global
  expect([n(100_000), n(7), n(1234.5)]).toEqual(['100,000', '7', '1,234.5'])
  expect(made).toHaveBeenCalledTimes(1)
  expect(n(1.26, { maximumFractionDigits: 1 })).toBe('1.3')
  made.mockRestore()
})
