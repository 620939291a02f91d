import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { readSlip } from '../../common/document/slip-map'
import { readText } from '../../common/document/story-doc'
import { textOf } from '../../common/document/text'
import type { StoryId, VersionId } from '../../common/story/story'
import { allStories, openTestLibrary } from '../testing/temporary-library'
import { pageCopy, sampleDoc } from '../testing/sample-documents'

const words = (state: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return textOf(readText(doc))
}

async function libraryWithStory() {
  const library = await openTestLibrary()
  const { id } = library.backend.stories.add(sampleDoc('江水上涨', ['正文一。'], { kind: 'brief', source: '临江日报', plannedLength: 500 }))
  return { ...library, id, api: library.backend.api.stories }
}

it('makes an empty story of the kind that was asked for', async () => {
  const { backend: { api }, events } = await openTestLibrary()
  const made = await api.stories.create('meeting-report')
  expect(made).toMatchObject({ kind: 'meeting-report', headline: '', stage: 'draft', characters: 0, binnedAt: null })
  expect(events).toContainEqual({ event: 'stories-changed', payload: { ids: [made.id] } })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await api.stories.open(made.id)).update)
  expect(readSlip(doc).kind).toBe('meeting-report')
})

it('lists what text and slip say now, and tells the page', async () => {
  const { api, id, events } = await libraryWithStory()
  let pushed: Promise<void> | undefined
  const page = pageCopy((await api.open(id)).update, update => { pushed = Promise.resolve(api.push(id, update)) })
  page.type('警戒线', 0)
  await pushed
  const { stories: [story] } = await api.list({ ...allStories, filter: '警戒' })
  expect(story).toMatchObject({ id, headline: '江水上涨警戒线', source: '临江日报', characters: 4, plannedLength: 500 })
  expect(events.at(-1)).toEqual({ event: 'story-updated', payload: { id, summary: story } })
})

it('stands a new story above what was typed right before it', async () => {
  const { api, id } = await libraryWithStory()
  const pushed: Promise<void>[] = []
  const page = pageCopy((await api.open(id)).update, update => { pushed.push(Promise.resolve(api.push(id, update))) })
  page.type('警戒线', 0)
  const made = await api.create('news')
  await Promise.all(pushed)
  expect((await api.list(allStories)).stories.map(story => story.id)).toEqual([made.id, id])
})

it('brings two copies together after one of them was restarted', async () => {
  const { api, id, backend, folder } = await libraryWithStory()
  const page = pageCopy((await api.open(id)).update, () => undefined) // its updates never arrive
  page.type('未及送出', 1)
  backend.close()
  const restarted = (await openTestLibrary(folder)).backend.api.stories
  const { update, stateVector } = await restarted.sync(id, Y.encodeStateVector(page.doc))
  Y.applyUpdate(page.doc, update)
  await restarted.push(id, Y.encodeStateAsUpdate(page.doc, stateVector))
  expect(words((await restarted.open(id)).update)).toBe('江水上涨\n正文一。未及送出')
  await expect(restarted.sync(id, new Uint8Array([255, 255, 255]))).rejects.toMatchObject({ code: 'invalid-arguments' })
})

it('duplicates a story as a new one', async () => {
  const { api, id } = await libraryWithStory()
  const copy = await api.duplicate(id)
  expect(copy.id).not.toBe(id)
  expect(copy).toMatchObject({ headline: '江水上涨', kind: 'brief' })
  expect(words((await api.open(copy.id)).update)).toBe(words((await api.open(id)).update))
  expect((await api.list(allStories)).total).toBe(2)
})

it('keeps stories in the bin as they are, until they come back or are deleted for good', async () => {
  const { api, id, backend } = await libraryWithStory()
  const before = (await api.list(allStories)).stories[0]!
  await expect(api.deleteForever([id])).rejects.toMatchObject({ code: 'invalid-arguments' })
  await api.moveToBin([id])
  expect(await api.list(allStories)).toEqual({ total: 0, stories: [] })
  expect((await api.list({ ...allStories, where: 'bin' })).total).toBe(1)
  await expect(api.push(id, Y.encodeStateAsUpdate(sampleDoc('另')))).rejects.toMatchObject({ code: 'read-only' })
  await expect(api.keepVersion(id, '送审')).rejects.toMatchObject({ code: 'read-only' })
  await api.restore([id])
  expect((await api.list(allStories)).stories).toEqual([before])
  await api.moveToBin([id])
  await api.deleteForever([id])
  await expect(api.open(id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await backend.api.library.info()).toMatchObject({ stories: 0, binned: 0 })
  expect(backend.verification.verify().problems).toEqual([])
})

it('saves what was typed just before the story went to the bin', async () => {
  const { api, id } = await libraryWithStory()
  const pushed: Promise<void>[] = []
  const page = pageCopy((await api.open(id)).update, update => pushed.push(Promise.resolve(api.push(id, update))))
  page.type('最后一句', 1)
  await api.moveToBin([id])
  await Promise.all(pushed)
  expect(words((await api.open(id)).update)).toContain('最后一句')
})

it('refuses what names no story, and then changes nothing', async () => {
  const { api, id } = await libraryWithStory()
  const nobody = 'nobody' as StoryId
  for (const refused of [api.open(nobody), api.duplicate(nobody), api.versions(nobody), api.sync(nobody, new Uint8Array([0])), api.moveToBin([id, nobody])]) {
    await expect(refused).rejects.toMatchObject({ code: 'not-found' })
  }
  expect((await api.list(allStories)).total).toBe(1)
})

it('keeps versions whole while the story goes on and its log is compacted', async () => {
  const { api, id, backend, folder } = await libraryWithStory()
  const version = await api.keepVersion(id, '送审稿')
  expect(version).toMatchObject({ name: '送审稿', author: '林编辑', stage: 'draft', headline: '江水上涨', characters: 4 })
  let last: Promise<void> | undefined
  const page = pageCopy((await api.open(id)).update, update => { last = Promise.resolve(api.push(id, update)) })
  page.doc.transact(() => page.doc.getXmlFragment('text').delete(1, 1))
  for (let time = 0; time < 300; time++) page.type('改', 0)
  await last
  await api.close(id)
  expect(await api.versions(id)).toEqual([version])
  backend.close()
  const again = (await openTestLibrary(folder)).backend
  expect(words(await again.api.stories.openVersion(id, version.id))).toBe('江水上涨\n正文一。')
  expect(words((await again.api.stories.open(id)).update)).toBe(`江水上涨${'改'.repeat(300)}`)
  await expect(again.api.stories.openVersion(id, 'other' as VersionId)).rejects.toMatchObject({ code: 'not-found' })
})

it('derives at the next start what a crash left behind', async () => {
  const { backend, folder, id } = await libraryWithStory()
  backend.library.db.exec(`UPDATE stories SET projected_sequence = 0, headline = '旧'`)
  backend.close()
  const again = (await openTestLibrary(folder)).backend
  expect(again.stories.summary(id).headline).toBe('江水上涨')
})

it('lets a second process add stories, but not change those that are there', async () => {
  const { backend, id, folder, events } = await libraryWithStory()
  backend.noticeOutsideChanges()
  const other = (await openTestLibrary(folder)).backend
  await expect(other.api.stories.push(id, Y.encodeStateAsUpdate(sampleDoc('另')))).rejects.toMatchObject({ code: 'read-only', details: { cause: 'locked' } })
  await expect(other.api.stories.moveToBin([id])).rejects.toMatchObject({ code: 'read-only' })
  const added = other.stories.add(sampleDoc('另一篇'))
  events.length = 0
  backend.noticeOutsideChanges()
  backend.noticeOutsideChanges()
  expect(events).toEqual([{ event: 'stories-changed', payload: { ids: [] } }])
  expect((await backend.api.stories.list(allStories)).stories.map(story => story.id)).toContain(added.id)
})

it('shows in lists only what lists can show, whatever an update put into the slip', async () => {
  const { api, id } = await libraryWithStory()
  let last: Promise<void> | undefined
  const page = pageCopy((await api.open(id)).update, update => { last = Promise.resolve(api.push(id, update)) })
  const slip = page.doc.getMap('slip')
  page.doc.transact(() => { for (const field of ['kind', 'source', 'plannedLength', 'byline', 'priority', 'agency']) slip.set(field, { a: 1 }) })
  await last
  expect((await api.list(allStories)).stories[0]).toMatchObject({ kind: 'news', source: '', plannedLength: null, priority: 'normal' })
})
