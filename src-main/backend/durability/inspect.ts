import * as Y from 'yjs'
import { readText } from '../../common/document/story-doc'
import { textOf } from '../../common/document/text'
import type { StoryId } from '../../common/story/story'
import type { Backend } from '../backend'
import { openLibrary } from '../database/open'
import type { Problem } from '../services/verification'
import type { Stored } from './acknowledged'
import { backendOn } from './backend-on'

export interface Inspection {
  stored: Map<StoryId, Stored> // each story as the backend opens it
  problems: Problem[] // what `qingyang verify` finds: gaps in logs, columns and index that differ from them
  integrity: string // SQLite's own check of the file
}

/** Opens a library as the program does after a crash, reads every story, and checks the file. Throws what the backend takes for a bug. */
export async function inspectLibrary(folder: string): Promise<Inspection> {
  const backend = await backendOn(folder, error => { throw error })
  try {
    const stored = new Map((await allStories(backend)).map(id => [id, storedAs(backend.stories.read(id))]))
    return { stored, problems: backend.verification.verify().problems, integrity: await integrityOf(folder) }
  } finally {
    backend.close()
  }
}

async function allStories({ api }: Backend): Promise<StoryId[]> {
  const query = { where: 'desk', filter: '', kind: null, stage: null, sort: 'updatedAt', descending: true, limit: 500 } as const
  const ids: StoryId[] = []
  for (let offset = 0, total = 1; offset < total; offset += query.limit) {
    const page = await api.stories.list({ ...query, offset })
    total = page.total
    ids.push(...page.stories.map(story => story.id))
  }
  return ids
}

function storedAs(doc: Y.Doc): Stored {
  const lines: string[] = []
  readText(doc).forEach(block => lines.push(textOf(block)))
  return { lines, clocks: Y.decodeStateVector(Y.encodeStateVector(doc)) }
}

async function integrityOf(folder: string): Promise<string> {
  const library = await openLibrary(folder, { lockWait: 0 })
  try {
    return String(library.db.pragma('integrity_check', { simple: true }))
  } finally {
    library.close()
  }
}
