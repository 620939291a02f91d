import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { openTestLibrary, temporaryFolder } from '../testing/temporary-library'

const newsprint = readFileSync(resolve('resources/profiles/newsprint-tr002-220.icc'))

function changed(change: (bytes: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(newsprint)
  change(bytes)
  return bytes
}

it('offers the newsprint profile of the program, which cannot be removed', async () => {
  const { api } = (await openTestLibrary()).backend
  expect(await api.profiles.list()).toEqual([
    { id: 'newsprint-tr002-220', name: 'Newsprint coldset TR002, total ink 220 %', isOwn: false, bytes: newsprint.byteLength },
  ])
  await expect(api.profiles.remove('newsprint-tr002-220')).rejects.toMatchObject({ code: 'not-found' })
})

it('takes a plant’s profile through a grant, beside one of the same name, and removes it', async () => {
  const { backend: { api }, grants } = await openTestLibrary()
  const path = join(temporaryFolder(), 'newsprint-tr002-220.icc')
  writeFileSync(path, newsprint)
  grants.add('token', path, 'read')
  const added = await api.profiles.add({ grant: 'token' })
  expect(added).toMatchObject({ id: 'newsprint-tr002-220-2', isOwn: true })
  expect((await api.profiles.list()).map(({ id }) => id)).toEqual(['newsprint-tr002-220', 'newsprint-tr002-220-2'])
  await api.profiles.remove(added.id)
  expect(await api.profiles.list()).toHaveLength(1)
})

it('keeps the names plants give, without what a file name cannot have', async () => {
  const { api } = (await openTestLibrary()).backend
  expect((await api.profiles.add({ name: '../临江印务 新闻纸(2026).icc', bytes: newsprint })).id).toBe('临江印务-新闻纸-2026-')
})

it.each([
  ['no-profile', Buffer.from('这不是特性文件')],
  ['no-profile', newsprint.subarray(0, 4000)],
  ['not-for-output', changed(bytes => bytes.write('mntr', 12, 'latin1'))],
  ['not-cmyk', changed(bytes => bytes.write('RGB ', 16, 'latin1'))],
  ['no-separation', changed(bytes => bytes.write('B2X0', bytes.indexOf('B2A0'), 'latin1'))],
])('refuses what is no printing condition: %s', async (reason, bytes) => {
  const { api } = (await openTestLibrary()).backend
  await expect(api.profiles.add({ name: 'plant.icc', bytes })).rejects.toMatchObject({ code: 'not-readable', details: { reason } })
  expect(await api.profiles.list()).toHaveLength(1)
})
