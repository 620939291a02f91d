import { basename } from 'node:path'
import type * as Y from 'yjs'
import { storyDoc } from '../../common/document/story-doc'
import type { ImportReading } from '../../common/interchange/import'
import { assignedReading } from '../../common/interchange/import-arguments'
import { documentOf, storyOf } from '../../common/interchange/imported-story'
import { interpretingSteps, readingSteps } from '../../common/interchange/press-text/read'
import { inSlices, type Steps } from '../../common/steps'
import type { BackendApi, BackendEvents, FileSource } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Implementation } from '../../common/ipc/rpc'
import type { StorySummary } from '../../common/story/story'
import type { ImportRecord } from '../database/repositories/imports'
import { decodeText } from '../interchange/decode'

export interface ImportNeeds {
  /** The file of a grant the person gave; rejects with `not-found` for any other token. */
  readGranted(token: string): Promise<{ name: string, bytes: Uint8Array }>
  /** Stores a new story and what its import left out, in one transaction. */
  createStory(doc: Y.Doc, record: ImportRecord): StorySummary
  emit(event: 'import-progressed', payload: BackendEvents['import-progressed']): void
}

const slice = 40 // milliseconds others wait while a long text is read

/** Press texts on their way into the library. Reading one stores nothing. */
export function importService({ readGranted, createStory, emit }: ImportNeeds): Implementation<BackendApi>['imports'] {
  const underWay = new Set<string>()

  /** Throws `cancelled` once the task is no longer under way. */
  async function worked<Result>(steps: Steps<Result>, task: string | undefined): Promise<Result> {
    if (task !== undefined) underWay.add(task)
    const pause = async (share: number) => {
      if (task !== undefined) emit('import-progressed', { task, share })
      await new Promise(resolve => { setImmediate(resolve) })
      if (task !== undefined && !underWay.has(task)) throw new AppError('cancelled', 'The import was cancelled')
    }
    try {
      return await inSlices(steps, { milliseconds: slice, pause })
    } finally {
      if (task !== undefined) underWay.delete(task)
    }
  }

  return {
    async read(source: FileSource, task?: string): Promise<ImportReading> {
      const { name, bytes } = 'grant' in source ? await readGranted(source.grant) : source
      const { text, encoding } = decodeText(bytes)
      return worked(readingSteps(text, basename(name), encoding), task)
    },
    async take(reading: ImportReading, task?: string): Promise<StorySummary> {
      const taken = await worked(checkedSteps(reading), task)
      const story = storyOf(taken)
      if (story.deck.length === 0 && story.body.length === 0) throw new AppError('empty', 'No line is deck or body', { cause: 'no-lines' })
      return createStory(storyDoc(documentOf(story), story.slip), { file: taken.name, dropped: story.dropped, warnings: story.warnings })
    },
    cancel(task: string): void {
      underWay.delete(task)
    },
  }
}

/** The page's reading is believed for lines and roles only. */
function checkedSteps(reading: ImportReading): Steps<ImportReading> {
  const result = assignedReading.safeParse(reading)
  if (!result.success) throw new AppError('invalid-arguments', result.error.issues[0]?.message ?? 'Not a reading')
  const { lines, ...origin } = result.data
  return interpretingSteps(origin, lines)
}
