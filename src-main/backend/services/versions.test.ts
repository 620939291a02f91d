import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { authorshipOf } from '../../common/authorship/authorship'
import { pageCopy, sampleDoc } from '../testing/sample-documents'
import { openTestLibrary } from '../testing/temporary-library'

async function story() {
  const library = await openTestLibrary()
  const { backend } = library
  const { id } = backend.stories.add(sampleDoc('江水上涨', ['三人受伤。']))
  const pushes: unknown[] = []
  const page = pageCopy((await backend.api.stories.open(id)).update, update => { pushes.push(backend.api.stories.push(id, update)) })
  async function sit(name: string) {
    await backend.api.people.sitDown({ name, role: '编辑', code: '' }, '')
    await backend.api.library.changeSettings({ person: { name, role: '编辑', code: '' } })
  }
  return { ...library, id, page, settled: () => Promise.all(pushes), sit }
}

it('knows who wrote each passage, also after the log was compacted and the library opened again', async () => {
  const { backend, id, page, settled, sit, folder } = await story()
  await sit('甲')
  page.type('雨停了。', 1)
  await settled()
  await sit('乙')
  page.type('天晴了。', 1)
  await settled()
  backend.stories.compact(id)
  backend.close()
  const { backend: again } = await openTestLibrary(folder)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await again.api.stories.open(id)).update)
  const [, paragraph] = authorshipOf(doc, await again.api.stories.writers(id))
  expect(paragraph!.passages.map(({ words, person }) => [words, person])).toEqual([['三人受伤。', ''], ['雨停了。', '甲'], ['天晴了。', '乙']])
})

it('knows who wrote what although updates come in another order than they were made, and again', async () => {
  const { backend, id, sit } = await story()
  const made: Uint8Array[] = []
  const page = pageCopy((await backend.api.stories.open(id)).update, update => { made.push(update) })
  const push = (...updates: Uint8Array[]) => Promise.all(updates.map(update => backend.api.stories.push(id, update)))
  await sit('甲')
  page.type('雨停了', 1)
  page.type('。', 1)
  await push(...[...made].reverse())
  await sit('乙')
  page.type('天晴了。', 1)
  await push(Y.mergeUpdates(made))
  await push(made[0]!)
  const [, paragraph] = authorshipOf(backend.stories.read(id), await backend.api.stories.writers(id))
  expect(paragraph!.passages.map(({ words, person }) => [words, person])).toEqual([['三人受伤。', ''], ['雨停了。', '甲'], ['天晴了。', '乙']])
})

it('names the person at the desk as a version’s author, and why it was kept', async () => {
  const { backend, id, sit } = await story()
  await sit('甲')
  await backend.api.stories.keepVersion(id, '送审稿')
  await backend.api.stories.keepVersion(id, '', 'before-restore')
  expect((await backend.api.stories.versions(id)).map(({ name, reason, author }) => [name, reason, author])).toEqual([['', 'before-restore', '甲'], ['送审稿', 'kept', '甲']])
})

it('keeps what was exported once, and again when the text changed since', async () => {
  const { backend, id, page, settled } = await story()
  backend.stories.keepExported(id)
  backend.stories.keepExported(id)
  page.type('又及。', 1)
  await settled()
  backend.stories.keepExported(id)
  expect((await backend.api.stories.versions(id)).map(({ reason }) => reason)).toEqual(['export', 'export'])
})

it('keeps a version after half an hour of work, also when the program was started again meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const begin = Date.now()
    const first = await story()
    const typing = async ({ backend, id }: Pick<typeof first, 'backend' | 'id'>, minutes: number[]) => {
      const pushes: unknown[] = []
      const page = pageCopy((await backend.api.stories.open(id)).update, update => { pushes.push(backend.api.stories.push(id, update)) })
      for (const minute of minutes) {
        vi.setSystemTime(begin + minute * 60_000)
        page.type('改', 1)
        await Promise.all(pushes)
      }
      return (await backend.api.stories.versions(id)).map(({ reason, createdAt }) => [reason, (createdAt - begin) / 60_000])
    }
    expect(await typing(first, [0, 4, 8, 12, 16, 20, 24, 28])).toEqual([])
    first.backend.close()
    const again = { ...await openTestLibrary(first.folder), id: first.id }
    expect(await typing(again, [600])).toEqual([])
    expect(await typing(again, [602, 606, 610])).toEqual([['work', 602]])
    expect(await typing(again, Array.from({ length: 8 }, (_, index) => 614 + 4 * index))).toEqual([['work', 634], ['work', 602]])
  } finally {
    vi.useRealTimers()
  }
})
