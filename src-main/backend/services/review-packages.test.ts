import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { EditorState } from '@tiptap/pm/state'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { beginThread, readThreads } from '../../common/comments/threads'
import { schema } from '../../common/document/schema'
import { readText, storyDoc } from '../../common/document/story-doc'
import { changesOf } from '../../common/suggestions/changes'
import { desk } from '../../common/suggestions/testing/desk'
import { viewOf } from '../../common/suggestions/views'
import { sampleDoc } from '../testing/sample-documents'
import { allStories, openTestLibrary, type TestLibrary } from '../testing/temporary-library'

const author = { person: '钱校', role: '校对', pass: 'first-proof' }

/** What somebody does in a library, pushed as a page would. */
async function work({ backend }: TestLibrary, id: never, doIt: (doc: Y.Doc) => void) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(backend.stories.read(id)))
  const before = Y.encodeStateVector(doc)
  doIt(doc)
  await backend.stories.api.push(id, Y.encodeStateAsUpdate(doc, before))
}
const type = (words: string, who?: typeof author) => (doc: Y.Doc) => desk(doc, words).edit({ name: 'type', apply: (state: EditorState) => state.tr.insertText(words, state.doc.content.size - 1) } as never, who)
const textIn = ({ backend }: TestLibrary, id: never) => viewOf(readText(backend.stories.read(id)), 'final').textBetween(0, viewOf(readText(backend.stories.read(id)), 'final').content.size, '/')

async function sent() {
  const [home, away] = [await openTestLibrary(), await openTestLibrary()]
  const bytes = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#888' } }).png().toBuffer()
  const { picture, width, height } = await home.backend.pictures.add({ name: 'a.png', bytes: new Uint8Array(bytes) })
  const text = schema.node('doc', null, [schema.node('headline', null, [schema.text('江水上涨')]), schema.node('figure', { picture, width, height }), schema.node('paragraph', null, [schema.text('三人受伤。')])])
  const id = home.backend.stories.add(storyDoc(text, { source: '临江日报' })).id as never
  await home.backend.stories.api.keepVersion(id, '初稿')
  return { home, away, id, picture, file: home.backend.packages.packed(id, 'work') }
}

it('takes story, pictures and versions to another library', async () => {
  const { home, away, id, picture, file } = await sent()
  expect(await away.backend.packages.open(file)).toMatchObject({ outcome: 'added', kind: 'work', story: { id, headline: '江水上涨' } })
  expect(textIn(away, id)).toBe(textIn(home, id))
  expect(away.backend.pictures.fileOf(picture)).toContain(picture)
  const versions = await away.backend.stories.api.versions(id)
  expect(versions.map(({ name, reason }) => name || reason).sort()).toEqual(['received', '初稿'])
  expect(away.backend.verification.verify().problems).toEqual([])
})

it('comes back with that person’s suggestions and comments, while the work here stays', async () => {
  const { home, away, id, file } = await sent()
  await away.backend.packages.open(file)
  await work(away, id, type('无人死亡。', author))
  await work(away, id, doc => beginThread(doc, 't1', { kind: 'slip', field: 'source' }, { person: '钱校', role: '校对', at: 1, text: '核来源' }))
  await work(home, id, type('抢险继续。'))
  const back = away.backend.packages.packed(id, 'work')

  expect(await home.backend.packages.open(back)).toMatchObject({ outcome: 'merged', suggestions: 1, comments: 1, isUntracked: false })
  expect(changesOf(readText(home.backend.stories.read(id))).map(({ stamp, added }) => [stamp.person, added])).toEqual([['钱校', '无人死亡。']])
  expect(readThreads(home.backend.stories.read(id)).map(({ remarks }) => remarks[0]!.person)).toEqual(['钱校'])
  for (const words of ['抢险继续。', '无人死亡。']) expect(textIn(home, id)).toContain(words)
  expect(await home.backend.packages.open(back)).toMatchObject({ outcome: 'unchanged' })
  expect(home.backend.verification.verify().problems).toEqual([])
})

it('says when the text was changed without suggestions, and keeps the state before', async () => {
  const { home, away, id, file } = await sent()
  await away.backend.packages.open(file)
  await work(away, id, type('暗改。'))
  expect(await home.backend.packages.open(away.backend.packages.packed(id, 'work'))).toMatchObject({ outcome: 'merged', isUntracked: true })
  expect((await home.backend.stories.api.versions(id)).map(({ reason }) => reason)).toContain('before-package')
})

it('keeps a package for reading as it came, and takes none back', async () => {
  const { home, away, id } = await sent()
  const file = home.backend.packages.packed(id, 'reading')
  await away.backend.packages.open(file)
  await expect(work(away, id, type('改'))).rejects.toMatchObject({ code: 'reading-only' })
  expect(() => away.backend.packages.packed(id, 'work')).toThrow(expect.objectContaining({ code: 'reading-only' }) as Error)
  await expect(home.backend.packages.open(file)).rejects.toMatchObject({ code: 'reading-only' })
})

it.each([
  ['cut short', (file: Uint8Array) => file.slice(0, file.length / 2), 'no-zip'],
  ['no zip at all', () => strToU8('稿件'), 'no-zip'],
  ['another story inside', (file: Uint8Array) => zipSync({ ...unzipSync(file), 'story.yjs': Y.encodeStateAsUpdate(sampleDoc('换了')) }), 'changed'],
  ['another manifest', (file: Uint8Array) => zipSync({ ...unzipSync(file), 'manifest.json': strToU8('{}') }), 'changed'],
  ['a file that does not belong', (file: Uint8Array) => zipSync({ ...unzipSync(file), '../evil.sh': strToU8('x') }), 'unknown-file'],
  ['a part missing', (file: Uint8Array) => zipSync(Object.fromEntries(Object.entries(unzipSync(file)).filter(([name]) => !name.startsWith('versions/')))), 'missing'],
])('refuses a damaged package (%s) with the reason, and changes nothing', async (_, damage, reason) => {
  const { away, file, picture } = await sent()
  const path = join(away.folder, 'damaged.qingyang')
  writeFileSync(path, damage(file))
  away.grants.add('t', path, 'read')
  await expect(away.backend.api.packages.open({ grant: 't' })).rejects.toMatchObject({ code: 'no-package', details: { reason } })
  expect((await away.backend.stories.api.list(allStories)).total).toBe(0)
  expect(away.backend.pictures.fileOf(picture)).toBeUndefined()
})
