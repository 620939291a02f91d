import { expect, test } from 'vitest'
import { openingQuery, storiesOfAPage } from '../common/story/story'
import { firstLook } from './first-look'
import { openTestLibrary } from './testing/temporary-library'

test('the first look is what the services answer, each time as it is then', async () => {
  const { backend } = await openTestLibrary()
  const look = firstLook(backend.library.db)
  expect(look().stories).toEqual({ total: 0, stories: [] })

  const story = await backend.api.stories.create('news')
  await backend.api.library.changeSettings({ textScale: 120 })
  expect(look()).toEqual({
    settings: await backend.api.library.settings(),
    stories: await backend.api.stories.list({ ...openingQuery, offset: 0, limit: storiesOfAPage }),
  })
  expect(look().stories.stories.map(({ id }) => id)).toEqual([story.id])
  expect(look().settings.textScale).toBe(120)
})
