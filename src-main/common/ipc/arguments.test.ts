import { expect, it } from 'vitest'
import { checkArguments } from './arguments'

const query = { where: 'desk', filter: '', kind: null, stage: null, sort: 'updatedAt', descending: true, offset: 0, limit: 50 }
const refused = expect.objectContaining({ code: 'invalid-arguments' })

it.each<[string, unknown[]]>([
  ['library.info', []],
  ['library.changeSettings', [{ theme: 'dark', slot: { columns: 4, lines: 30, characters: 13 } }]],
  ['stories.list', [query]],
  ['stories.push', ['abc', new Uint8Array([1])]],
  ['stories.moveToBin', [['abc', 'def']]],
  ['imports.read', [{ name: '稿.txt', bytes: new Uint8Array() }]],
  ['imports.read', [{ grant: 'token' }]],
  ['print.export', [{ story: 'abc', template: 'story-a4', slot: null, output: 'press' }, 'token']],
])('lets %s through as it is', (path, args) => {
  expect(checkArguments(path, args)).toEqual(args)
})

it.each<[string, unknown[]]>([
  ['library.info', [1]],
  ['library.changeSettings', [{ theme: 'pink' }]],
  ['library.changeSettings', [{ textScale: 500 }]],
  ['library.changeSettings', [{ unknown: 1 }]],
  ['library.changeSettings', [JSON.parse('{"__proto__": {"theme": "dark"}}')]],
  ['stories.list', []],
  ['stories.list', [{ ...query, limit: 501 }]],
  ['stories.list', [{ ...query, offset: -1 }]],
  ['stories.list', [{ ...query, offset: 0.5 }]],
  ['stories.list', [{ ...query, sort: 'id; DROP TABLE stories' }]],
  ['stories.list', [{ ...query, filter: '长'.repeat(501) }]],
  ['stories.list', [{ ...query, extra: 1 }]],
  ['stories.open', ['']],
  ['stories.open', ['../../etc/passwd']],
  ['stories.open', [{ toString: 'abc' }]],
  ['stories.push', ['abc', [1, 2, 3]]],
  ['stories.push', ['abc', 'text']],
  ['stories.push', ['abc', new Uint8Array([1]), 'more']],
  ['stories.push', ['abc', new Uint8Array(64 * 1024 * 1024 + 1)]],
  ['stories.moveToBin', [[]]],
  ['imports.read', [{ path: '/etc/passwd' }]],
  ['imports.read', [{ grant: 'token', name: 'a', bytes: new Uint8Array() }]],
  ['pictures.read', ['../library.db']],
  ['print.proof', [{ story: 'abc', template: '../templates', slot: null, known: null }]],
  ['print.fit', [{ story: 'abc', template: 'slot', slot: { columns: 0, lines: 30, characters: 13 } }]],
  ['print.lines', [{ story: 'abc', template: '../templates', slot: null }]],
  ['print.export', [{ story: 'abc', template: 'slot', slot: { columns: 0, lines: 30, characters: 13 }, output: 'press' }, 'token']],
])('refuses %s with what the contract does not allow', (path, args) => {
  expect(() => checkArguments(path, args)).toThrow(refused)
})

it.each([
  'stories.drop', 'stories', '', '.', 'stories.open.more', 'constructor.name', '__proto__.toString', 'stories.constructor', 'stories.__proto__', 'toString',
])('knows no operation %s', path => {
  expect(() => checkArguments(path, [])).toThrow(refused)
})

it('knows no operation that is not even a name', () => {
  expect(() => checkArguments({ split: () => ['stories', 'list'] } as never, [query])).toThrow(refused)
  expect(() => checkArguments('stories.list', { length: 1, 0: query } as never)).toThrow(refused)
})
