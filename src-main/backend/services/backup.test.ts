import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { openTestLibrary, temporaryFolder } from '../testing/temporary-library'
import { pageCopy, sampleDoc } from '../testing/sample-documents'

async function libraryWithPicture() {
  const opened = await openTestLibrary()
  const { id } = opened.backend.stories.add(sampleDoc('江水上涨'))
  const bytes = await sharp({ create: { width: 6, height: 4, channels: 3, background: '#3a6' } }).png().toBuffer()
  const { picture } = await opened.backend.api.pictures.add({ name: 'a.png', bytes })
  return { ...opened, id, picture }
}

it('makes a library of its own, with everything acknowledged so far', async () => {
  const { backend, id } = await libraryWithPicture()
  let pushed: Promise<void> | undefined
  const page = pageCopy((await backend.api.stories.open(id)).update, update => { pushed = Promise.resolve(backend.api.stories.push(id, update)) })
  page.type('三米', 0)
  await pushed
  const folder = join(temporaryFolder(), '备份')
  expect(await backend.backUp(folder)).toEqual({ folder, stories: 1, pictures: 1, missing: [] })
  expect(readdirSync(folder).sort()).toEqual(['fonts', 'library.db', 'pictures', 'templates'])
  const copy = (await openTestLibrary(folder)).backend
  expect(copy.stories.summary(id).headline).toBe('江水上涨三米')
  expect(copy.verification.verify()).toMatchObject({ stories: 1, pictures: 1, problems: [] })
})

it('takes the plant’s profiles along', async () => {
  const { backend } = await libraryWithPicture()
  await backend.api.profiles.add({ name: 'plant.icc', bytes: readFileSync('resources/profiles/newsprint-tr002-220.icc') })
  const folder = join(temporaryFolder(), '备份')
  await backend.backUp(folder)
  expect((await (await openTestLibrary(folder)).backend.api.profiles.list()).map(({ id }) => id)).toEqual(['newsprint-tr002-220', 'plant'])
})

it('replaces nothing that is there', async () => {
  const { backend } = await libraryWithPicture()
  const folder = join(temporaryFolder(), '备份')
  mkdirSync(folder)
  await expect(backend.backUp(folder)).rejects.toMatchObject({ code: 'storage-failed' })
  expect(readdirSync(folder)).toEqual([])
})

it('copies what is there when a picture is missing, and names the picture', async () => {
  const { backend, picture } = await libraryWithPicture()
  rmSync(backend.pictures.fileOf(picture)!)
  const folder = join(temporaryFolder(), '备份')
  expect(await backend.backUp(folder)).toMatchObject({ pictures: 0, missing: [picture] })
})

it('leaves nothing half done behind', async () => {
  const { backend } = await libraryWithPicture()
  const parent = temporaryFolder()
  backend.library.close()
  await expect(backend.backUp(join(parent, '备份'))).rejects.toThrow()
  expect(existsSync(parent) && readdirSync(parent)).toEqual([])
  backend.close = () => undefined
})
