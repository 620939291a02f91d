import Database from 'better-sqlite3'
import fc from 'fast-check'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { readText } from '../../common/document/story-doc'
import { textOf } from '../../common/document/text'
import type { Backend } from '../backend'
import { libraryFile } from '../database/open'
import { afterTest, openTestLibrary } from '../testing/temporary-library'
import { pageCopy, sampleDoc } from '../testing/sample-documents'

afterEach(() => { vi.useRealTimers() })

const words = (doc: Y.Doc) => textOf(readText(doc))

async function openStory(backend: Backend, doc = sampleDoc('标题', ['甲'])) {
  const { id } = backend.stories.add(doc)
  const pushed: Promise<void>[] = []
  const { update } = await backend.api.stories.open(id)
  return { id, pushed, page: pageCopy(update, change => pushed.push(Promise.resolve(backend.stories.api.push(id, change)))) }
}

function rowsOf(folder: string): number {
  const db = new Database(join(folder, libraryFile), { readonly: true })
  afterTest(() => db.close())
  return db.prepare<[], { rows: number }>('SELECT count(*) AS rows FROM story_updates').get()!.rows
}

it('acknowledges an update once another connection can read it, and not before', async () => {
  const { backend, folder } = await openTestLibrary()
  const { page, pushed } = await openStory(backend)
  page.type('涨')
  expect(rowsOf(folder)).toBe(1)
  await pushed[0]
  expect(rowsOf(folder)).toBe(2)
})

it('commits what was typed within a batch together, and at most 150 ms later', async () => {
  const { backend, folder } = await openTestLibrary()
  const { page, pushed } = await openStory(backend)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  for (const character of '江水上涨') page.type(character)
  const stored = Array.from({ length: 15 }, () => {
    vi.advanceTimersByTime(10)
    return rowsOf(folder)
  })
  await Promise.all(pushed)
  expect(new Set(stored)).toEqual(new Set([1, 5]))
})

it('shows an update to whoever reads the document before it is on the disk', async () => {
  const { backend } = await openTestLibrary()
  const { id, page } = await openStory(backend)
  page.type('立刻')
  expect(words(backend.stories.read(id))).toContain('立刻')
})

it('takes the same update twice and in any order', async () => {
  const { backend, folder } = await openTestLibrary()
  const { id } = backend.stories.add(sampleDoc('标题', ['甲']))
  const updates: Uint8Array[] = []
  const page = pageCopy((await backend.api.stories.open(id)).update, update => updates.push(update))
  for (const character of '乙丙丁') page.type(character, 1)
  await Promise.all([...updates].reverse().concat(updates).map(update => backend.api.stories.push(id, update)))
  expect(words(backend.stories.read(id))).toBe('标题\n甲乙丙丁')
  backend.close()
  const again = await openTestLibrary(folder)
  expect(words(again.backend.stories.read(id))).toBe('标题\n甲乙丙丁')
})

/** Lets the database grow no further, as a full disk does. */
function fillDisk(backend: Backend) {
  const db = backend.library.db
  const pages = db.pragma('page_count', { simple: true })
  db.pragma(`max_page_count = ${String(pages)}`)
  return () => db.pragma('max_page_count = 1000000')
}

it('says that the disk is full, keeps what was typed, and saves it when there is room again', async () => {
  const { backend, folder } = await openTestLibrary()
  const { id, page, pushed } = await openStory(backend)
  const makeRoom = fillDisk(backend)
  page.type('写'.repeat(40_000))
  page.type('完')
  for (const push of pushed) await expect(push).rejects.toMatchObject({ code: 'disk-full' })
  expect(words(backend.stories.read(id))).toContain('写完')
  makeRoom()
  page.type('了')
  await pushed.at(-1)
  backend.close()
  const again = await openTestLibrary(folder)
  expect(words(again.backend.stories.read(id))).toContain('写完了')
})

it('tries again by itself when nobody types any more', async () => {
  const { backend, folder } = await openTestLibrary()
  const { page, pushed } = await openStory(backend)
  const makeRoom = fillDisk(backend)
  page.type('写'.repeat(40_000))
  await expect(pushed[0]).rejects.toMatchObject({ code: 'disk-full' })
  makeRoom()
  await vi.waitFor(() => expect(rowsOf(folder)).toBe(2), { timeout: 30_000, interval: 200 })
})

it('refuses bytes that are no update, and the story stays as it was', async () => {
  const { backend } = await openTestLibrary()
  const { id, page, pushed } = await openStory(backend)
  page.type('好', 1)
  const good = Y.encodeStateAsUpdate(page.doc)
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.nat(), fc.nat(255), async (noise, place, byte) => {
    const damaged = new Uint8Array(good)
    damaged[place % damaged.length] = byte
    for (const bytes of [noise, good.subarray(0, place % good.length), damaged]) {
      await Promise.resolve().then(() => backend.stories.api.push(id, bytes)).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'invalid-arguments' })
      })
    }
    expect(words(backend.stories.read(id))).toContain('好')
  }), { numRuns: 40, seed: 20211029 })
  await Promise.all(pushed)
})

it('ends with the same document whatever is typed, pushed in whatever batches, reopened or compacted', async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), block: fc.nat(2), words: fc.constantFrom('江', '水上', '涨。', 'A1') }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('wait' as const, 'close' as const, 'compact' as const, 'restart' as const) }) },
  )
  const { folder, backend: first } = await openTestLibrary()
  first.close()
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), async steps => {
    let { backend } = await openTestLibrary(folder)
    const { id } = backend.stories.add(sampleDoc('标题', ['甲', '乙']))
    let pushed: Promise<void>[] = []
    const page = pageCopy((await backend.api.stories.open(id)).update, update => pushed.push(Promise.resolve(backend.stories.api.push(id, update))))
    for (const step of steps) {
      if (step.do === 'type') page.type(step.words, step.block)
      if (step.do === 'wait') await Promise.all(pushed)
      if (step.do === 'close') backend.stories.api.close(id)
      if (step.do === 'compact') backend.stories.compact(id)
      if (step.do === 'restart') {
        backend.close()
        await Promise.all(pushed)
        pushed = []
        backend = (await openTestLibrary(folder)).backend
      }
    }
    backend.close()
    await Promise.all(pushed)
    backend = (await openTestLibrary(folder)).backend
    expect(readText(backend.stories.read(id)).toJSON()).toEqual(readText(page.doc).toJSON())
    expect(backend.verification.verify().problems).toEqual([])
    backend.close()
  }), { numRuns: 40 })
})

