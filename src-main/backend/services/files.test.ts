import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-library'
import { fileGrants, readSource } from './files'

it('opens only what a person chose, for what it was chosen', () => {
  const grants = fileGrants()
  grants.add('in', '/a.txt', 'read')
  grants.add('out', '/b.pdf', 'write')
  expect(grants.pathOf('in', 'read')).toBe('/a.txt')
  expect(grants.pathOf('out', 'write')).toBe('/b.pdf')
  for (const [token, mode] of [['in', 'write'], ['out', 'read'], ['out', 'write'], ['constructor', 'read']] as const) {
    expect(() => grants.pathOf(token, mode)).toThrow(expect.objectContaining({ code: 'not-found' }))
  }
})

it('reads files, and says which cannot be read and why', () => {
  const grants = fileGrants()
  const folder = temporaryFolder()
  writeFileSync(join(folder, '稿.txt'), '正文')
  grants.add('file', join(folder, '稿.txt'), 'read')
  grants.add('gone', join(folder, '没有.txt'), 'read')
  grants.add('folder', folder, 'read')
  expect(readSource({ grant: 'file' }, grants, 100)).toEqual({ name: '稿.txt', bytes: Buffer.from('正文') })
  expect(() => readSource({ grant: 'file' }, grants, 3)).toThrow(expect.objectContaining({ code: 'too-large' }))
  expect(() => readSource({ name: 'a', bytes: new Uint8Array(9) }, grants, 3)).toThrow(expect.objectContaining({ code: 'too-large' }))
  expect(() => readSource({ grant: 'gone' }, grants, 100)).toThrow(expect.objectContaining({ code: 'not-found' }))
  expect(() => readSource({ grant: 'folder' }, grants, 1e6)).toThrow(expect.objectContaining({ code: 'not-readable' }))
})
