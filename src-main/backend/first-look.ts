import type { BackendEvents } from '../common/ipc/contract'
import { openingQuery, storiesOfAPage } from '../common/story/story'
import type { Db } from './database/connection'
import { settingsRepository } from './database/repositories/settings'
import { storyListRepository } from './database/repositories/story-list'
import { settingsService } from './services/settings'

/** Reads what a page shows first. It stands apart from the other services, which take longer to load than a start may wait. */
export function firstLook(db: Db): () => BackendEvents['opened'] {
  const settings = settingsService(settingsRepository(db))
  const list = storyListRepository(db)
  return () => ({ settings: settings.read(), stories: list.page({ ...openingQuery, offset: 0, limit: storiesOfAPage }) })
}
