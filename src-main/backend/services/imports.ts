import { basename } from 'node:path'
import type * as Y from 'yjs'
import { storyDoc } from '../../common/document/story-doc'
import type { ImportReading } from '../../common/interchange/import'
import { assignedReading } from '../../common/interchange/import-arguments'
import { documentOf, storyOf } from '../../common/interchange/imported-story'
import { interpret, readPressText } from '../../common/interchange/press-text/read'
import type { BackendApi, FileSource } from '../../common/ipc/contract'
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
}

/** Press texts on their way into the library. Reading one stores nothing. */
export function importService({ readGranted, createStory }: ImportNeeds): Implementation<BackendApi>['imports'] {
  return {
    async read(source: FileSource): Promise<ImportReading> {
      const { name, bytes } = 'grant' in source ? await readGranted(source.grant) : source
      const { text, encoding } = decodeText(bytes)
      return readPressText(text, basename(name), encoding)
    },
    take(reading: ImportReading): StorySummary {
      const taken = checked(reading)
      const story = storyOf(taken)
      if (story.deck.length === 0 && story.body.length === 0) throw new AppError('empty', 'No line is deck or body')
      return createStory(storyDoc(documentOf(story), story.slip), { file: taken.name, dropped: story.dropped, warnings: story.warnings })
    },
  }
}

/** The page's reading is believed for lines and roles only. */
function checked(reading: ImportReading): ImportReading {
  const result = assignedReading.safeParse(reading)
  if (!result.success) throw new AppError('invalid-arguments', result.error.issues[0]?.message ?? 'Not a reading')
  const { lines, ...origin } = result.data
  return interpret(origin, lines)
}
