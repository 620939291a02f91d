import * as Y from 'yjs'
import type { Repositories } from '../database/repositories'
import type { StoryNumber } from '../database/repositories/rows'
import { replay } from './story-replay'

const limits = { mostRows: 200, mostBytes: 256 * 1024 }

/** Lets one snapshot stand for a log that has grown long. Reads the log itself, never a document in memory. */
export function compactStory({ log, transaction }: Repositories, number: StoryNumber, { mostRows, mostBytes } = limits): void {
  const { rows, bytes } = log.size(number)
  if (rows <= mostRows && bytes <= mostBytes) return
  transaction(() => {
    const logged = log.read(number)
    const sequence = logged.updates.at(-1)?.sequence
    if (sequence === undefined) return
    log.compact(number, sequence, Y.encodeStateAsUpdate(replay(logged)), Date.now())
  })
}
