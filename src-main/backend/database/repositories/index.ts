import type { Db } from '../connection'
import { checkRepository } from './checks'
import { errorRepository } from './errors'
import { importRepository } from './imports'
import { pageFormatRepository } from './page-formats'
import { pagePlanRepository } from './page-plans'
import { personRepository } from './people'
import { pictureRepository } from './pictures'
import { projectionRepository } from './projections'
import { lockRepository } from './locks'
import { settingsRepository } from './settings'
import { signatureRepository } from './signatures'
import { storyFitRepository } from './story-fits'
import { storyListRepository } from './story-list'
import { storyLogRepository } from './story-log'
import { storyRepository } from './stories'
import { versionRepository } from './versions'
import { writerRepository } from './writers'

/** Every question the services may ask of the database. */
export function repositories(db: Db) {
  return {
    stories: storyRepository(db),
    list: storyListRepository(db),
    storyFits: storyFitRepository(db),
    log: storyLogRepository(db),
    projections: projectionRepository(db),
    versions: versionRepository(db),
    writers: writerRepository(db),
    imports: importRepository(db),
    settings: settingsRepository(db),
    pictures: pictureRepository(db),
    pageFormats: pageFormatRepository(db),
    pagePlans: pagePlanRepository(db),
    people: personRepository(db),
    signatures: signatureRepository(db),
    locks: lockRepository(db),
    errors: errorRepository(db),
    checks: checkRepository(db),
    /** Runs `work` in one transaction that is on the disk when this returns. */
    transaction: <T>(work: () => T): T => db.transaction(work).immediate(),
  }
}
export type Repositories = ReturnType<typeof repositories>
