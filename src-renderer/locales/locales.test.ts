import { expect, it } from 'vitest'
import { errorCodes } from '../../src-main/common/ipc/errors'
import { pressRequirements } from '../../src-main/common/print/press'
import { messagesOf } from '.'

const chinese = keysOf(messagesOf('zh-CN'))
const english = keysOf(messagesOf('en'))
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
  expect(sorted(keysOf(messagesOf('en')['errors']!))).toEqual(sorted(errorCodes))
})

it('has words for everything a press PDF is held against', () => {
  expect(chinese).toEqual(expect.arrayContaining(pressRequirements.map(id => `preflight.requirements.${id}`)))
})

it('uses the same placeholders in both languages', () => {
  const placeholders = (text: string) => sorted([...new Set(text.match(/\{\w+\}/g) ?? [])])
  const textAt = (messages: object, key: string) => key.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], messages) as string
  const different = chinese.filter(key => JSON.stringify(placeholders(textAt(messagesOf('zh-CN'), key))) !== JSON.stringify(placeholders(textAt(messagesOf('en'), key))))
  expect(different).toEqual([])
})

it('writes English without Chinese characters', () => {
  const texts = JSON.stringify(messagesOf('en')).match(/"[^"]*":"[^"]*\p{Script=Han}[^"]*"/gu) ?? []
  expect(texts).toEqual([])
})
