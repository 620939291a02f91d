import type * as Y from 'yjs'
import { classesMapName } from '../../common/proofreading/found-errors'
import { touchedTypes } from '../../common/document/touched-types'
import type { Person } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Held, StoryId, StorySummary } from '../../common/story/story'
import { isClosed, publicationOf } from '../../common/workflow/standing'
import type { Repositories } from '../database/repositories'
import type { StoryNumber } from '../database/repositories/rows'

interface Stories {
  isWriter: boolean
  atDesk(): Pick<Person, 'name'>
  summary(id: StoryId): StorySummary
  numberOf(id: StoryId): StoryNumber
  read(id: StoryId): Y.Doc
}

/** What may be done to a story here. */
export function storyGuard({ versions, signatures, locks }: Repositories, { isWriter, atDesk, summary, numberOf, read }: Stories) {
  function assertWriter(): void {
    if (!isWriter) throw new AppError('read-only', 'The library is in use by another process', { cause: 'locked' })
  }

  /** A story that may be worked with: by this process, not in the bin, and not for reading only. */
  function assertEditable(id: StoryId): void {
    assertWriter()
    if (summary(id).binnedAt !== null) throw new AppError('read-only', 'The story is in the bin', { id, cause: 'binned' })
    if (versions.isForReading(numberOf(id))) throw new AppError('reading-only', 'The story came for reading', { id, cause: 'reading' })
  }

  const isPublished = (id: StoryId) => summary(id).stage === 'to-press' && isClosed(publicationOf(signatures.ofStory(numberOf(id))))

  function isAboutErrorsAlone(id: StoryId, update: Uint8Array): boolean {
    try {
      return touchedTypes(read(id), update).every(name => name === classesMapName)
    } catch (error) {
      throw new AppError('invalid-arguments', 'The update cannot be read', { cause: String(error) })
    }
  }

  /** What went to press stands as it was published; only the classes of its errors are put right, because the figures of a month are made later. */
  function assertMayTake(id: StoryId, update: Uint8Array): void {
    assertEditable(id)
    if (isPublished(id) && !isAboutErrorsAlone(id, update)) throw new AppError('reading-only', 'The story went to press', { id, cause: 'published' })
  }

  /** What keeps the person at the desk from changing the text. */
  function heldBy(id: StoryId): Held | null {
    if (versions.isForReading(numberOf(id))) return { reason: 'reading' }
    if (isPublished(id)) return { reason: 'published' }
    const [lock, { name }] = [locks.of(numberOf(id)), atDesk()]
    return lock && name !== '' && lock.person !== name ? { reason: 'locked', person: lock.person } : null
  }

  return { assertWriter, assertEditable, assertMayTake, heldBy }
}
