import { expect, it } from 'vitest'
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
