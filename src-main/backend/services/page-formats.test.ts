import { expect, it } from 'vitest'
import { writeLayout } from '../../common/document/layout'
import { builtInFormats, type PageFormat } from '../../common/print/page-format'
import { openTestLibrary } from '../testing/temporary-library'

const evening: PageFormat = { ...builtInFormats[1]!, id: 'evening', name: '临江晚报', columns: 5, characters: 13 }

it('keeps the newsroom’s own formats after those of the program', async () => {
  const { backend, folder } = await openTestLibrary()
  const { formats } = backend.api
  await formats.save(evening)
  await formats.save({ ...evening, id: 'weekly', name: '临江周刊' })
  await formats.save({ ...evening, lines: 80 })
  backend.close()
  const reopened = (await openTestLibrary(folder)).backend.api.formats
  expect(await reopened.list()).toEqual([...builtInFormats, { ...evening, lines: 80 }, { ...evening, id: 'weekly', name: '临江周刊' }])
  await reopened.remove('weekly')
  expect((await reopened.list()).map(({ id }) => id)).toEqual(['broadsheet', 'tabloid', 'a4', 'magazine', 'evening'])
})

it('refuses to change the program’s formats, and formats that cannot be set', async () => {
  const { formats } = (await openTestLibrary()).backend.api
  await expect(formats.save({ ...builtInFormats[0]!, name: '大报' })).rejects.toMatchObject({ code: 'invalid-arguments' })
  await expect(formats.remove('a4')).rejects.toMatchObject({ code: 'invalid-arguments' })
  await expect(formats.save({ ...evening, characters: 40 })).rejects.toMatchObject({ code: 'invalid-arguments' })
  await expect(formats.remove('gone')).rejects.toMatchObject({ code: 'not-found' })
})

it('plans a story on a page of the newsroom’s own format', async () => {
  const { backend } = await openTestLibrary()
  await backend.api.formats.save(evening)
  const { id } = await backend.api.stories.create('news')
  writeLayout(backend.stories.read(id), {
    template: 'slot', place: { format: 'evening', firstColumn: 0, columns: 2, firstLine: 0, lines: 20, broken: 1, remainder: 'wider-column' },
  })
  expect(backend.planOf(backend.stories.read(id))).toMatchObject({ template: 'slot', slot: { columns: 1, characters: 27, lines: 20 } })
})
