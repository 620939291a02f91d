import { expect, it } from 'vitest'
import { openTestLibrary } from '../testing/temporary-library'
import { defaultSettings } from './settings'

it('remembers what was changed and has a default for the rest', async () => {
  const { backend, folder } = await openTestLibrary()
  expect(await backend.api.library.settings()).toEqual(defaultSettings)
  const changed = { ...defaultSettings, theme: 'dark', slot: { columns: 4, lines: 30, characters: 13 } }
  expect(await backend.api.library.changeSettings({ theme: 'dark', slot: { columns: 4, lines: 30, characters: 13 } })).toEqual(changed)
  backend.close()
  expect(await (await openTestLibrary(folder)).backend.api.library.settings()).toEqual(changed)
})
