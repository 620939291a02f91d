import { join } from 'node:path'
import { userInfo } from 'node:os'
import type { Doc } from 'yjs'
import type { BackendApi, BackendEvents, Settings } from '../common/ipc/contract'
import type { Implementation } from '../common/ipc/rpc'
import { printPlan, readLayout } from '../common/document/layout'
import { backUpDatabase } from './database/backup'
import { libraryFile, openLibrary, type OpenedLibrary, type OpenOptions } from './database/open'
import { repositories } from './database/repositories'
import { reserveFile } from './database/reserve'
import { asStorageError } from './database/storage-error'
import { largestImport } from './interchange/decode'
import { backupService } from './services/backup'
import { errorRateService } from './services/error-rates'
import { readSource, type FileGrants } from './services/files'
import { importService } from './services/imports'
import { libraryInfo } from './services/library'
import { pageFormatService } from './services/page-formats'
import { pagePlanService } from './services/page-plans'
import { peopleService } from './services/people'
import { pictureService } from './services/pictures'
import { printService } from './services/print'
import { profileService } from './services/profiles'
import { proofreadingOf } from './services/proofreading-sheet'
import { reviewPackageService } from './services/review-packages'
import { reviewService } from './services/reviews'
import { settingsService } from './services/settings'
import { storyFitService } from './services/story-fits'
import { storyService } from './services/stories'
import { watchOwnFolder } from './services/own-folder'
import type { TypesetterConnection } from './services/time-limited'
import { verificationService } from './services/verification'
import { wordService } from './services/word'

export interface BackendOptions {
  resourcesFolder: string
  typesetter: TypesetterConnection
  grants: FileGrants
  version: string // of the program
  person?: string // who is working; the system's user when not given
  emit<E extends keyof BackendEvents>(event: E, payload: BackendEvents[E]): void
  /** Asks for the typesetter to be ended and started again: it did not answer in time. */
  restartTypesetter(): void
  logBug(error: unknown, where: string): void
}

/** Opens the library and puts the services together. Rejects with `AppError` when the library cannot be opened. */
export async function openBackend(libraryFolder: string, options: BackendOptions & OpenOptions): Promise<Backend> {
  return createBackend(await openLibrary(libraryFolder, options), options)
}

/** Puts the services of an opened library together; from now on it is theirs to close. */
export function createBackend(library: OpenedLibrary, options: BackendOptions) {
  const { resourcesFolder, grants, typesetter, restartTypesetter, version, emit, logBug, person = userInfo().username } = options
  const libraryFolder = library.folder
  const repos = repositories(library.db)
  const reserve = reserveFile(join(libraryFolder, 'reserve'))
  const settings = settingsService(repos.settings)
  const stories = storyService(repos, { person, atDesk: () => settings.read().person, isWriter: library.isWriter, reserve, emit, logBug })
  const pictures = pictureService(repos.pictures, join(libraryFolder, 'pictures'), grants)
  const profiles = profileService(join(resourcesFolder, 'profiles'), join(libraryFolder, 'profiles'), grants)
  const fits = storyFitService(repos, { isWriter: library.isWriter, onWritten: summary => emit('story-updated', { id: summary.id, summary }), logBug })
  const formats = pageFormatService(repos.pageFormats, library.isWriter, fits.forgetFormat)
  const people = peopleService(repos.people, library.isWriter)
  const errorRates = errorRateService(repos, { grants, beforeCounting: stories.settle })
  const reviews = reviewService(repos, { stories, people, settings, emit })
  const planOf = (doc: Doc) => printPlan(readLayout(doc), settings.read(), formats.all())
  const print = printService({
    typesetter, restartTypesetter, stories, pictures, settings, profiles, publicationOf: reviews.publicationOf, releaseOf: reviews.releaseOf, proofreadingOf: story => proofreadingOf(settings.read(), reviews.recordOf(story), errorRates.ofStory(stories.numberOf(story))), grants, emit,
    planOf, onMeasured: fits.note, parametersOf: template => settings.read().templateParameters[template] ?? {},
  })
  const pages = pagePlanService(repos, { isWriter: library.isWriter, formats: formats.all, print: print.pages, grants })
  const imports = importService({
    readGranted: async token => readSource({ grant: token }, grants, largestImport),
    createStory: stories.add, emit,
  })
  const packages = reviewPackageService(repos, {
    stories, pictures, publicationOf: reviews.publicationOf, grants, emit, person: () => settings.read().person.name || person,
  })
  stories.heal()
  const onOwnFilesChanged = () => {
    fits.forgetAll()
    emit('templates-changed', {})
  }
  const watched = library.isWriter ? ['templates', 'fonts'].map(name => watchOwnFolder(join(libraryFolder, name), onOwnFilesChanged, logBug)) : []

  function changeSettings(change: Partial<Settings>): Settings {
    if (change.templateParameters) fits.forgetAll()
    return settings.change(change)
  }

  const api: Implementation<BackendApi> = refusing({
    library: { info: () => libraryInfo(libraryFolder, version, repos.stories), settings: settings.read, changeSettings },
    stories: stories.api,
    people: people.api,
    reviews: reviews.api,
    errorRates: errorRates.api,
    imports,
    packages: packages.api,
    word: wordService({ readStory: stories.read, readPicture: async picture => pictures.read(picture), keepExported: stories.keepExported, publicationOf: reviews.publicationOf, grants }),
    pictures: { add: pictures.add, read: pictures.read },
    formats: formats.api,
    pages: pages.api,
    print: print.api,
    profiles: { list: profiles.list, add: profiles.add, remove: profiles.remove },
  })

  return {
    api, library, stories, settings, reviews, planOf, pictures, imports, print, profiles, packages, errorRates,
    verification: verificationService(repos, { isWriter: library.isWriter, damagedPictures: pictures.damaged, beforeChecking: stories.settle }),
    backUp: backupService({
      copyDatabase: folder => backUpDatabase(library.db, join(folder, libraryFile)), pictures, count: () => repos.stories.count().stories,
      folders: ['profiles', 'templates', 'fonts'].map(name => join(libraryFolder, name)),
    }),
    isWriter: library.isWriter,
    /** Tells the page to ask again when another process, such as the command line, added stories. */
    noticeOutsideChanges(): void {
      if (library.isChangedOutside()) emit('stories-changed', { ids: [] })
    },
    /** Saves what waits and lets go of the library. */
    close(): void {
      watched.forEach(stop => stop())
      try {
        stories.close()
        fits.close()
      } finally {
        library.close()
      }
    },
  }
}
export type Backend = ReturnType<typeof createBackend>

/** The same operations; what the disk or SQLite refuses comes out as `AppError`. */
function refusing<Api extends object>(api: Api): Api {
  const group = (operations: object) => Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, refusingOne(operation)]))
  return Object.fromEntries(Object.entries(api).map(([name, operations]) => [name, group(operations as object)])) as Api
}

function refusingOne(operation: (...args: unknown[]) => unknown) {
  return async (...args: unknown[]) => {
    try {
      return await operation(...args)
    } catch (error) {
      throw asStorageError(error)
    }
  }
}
