import { createHash } from 'node:crypto'
import type { StoryRank } from '../../../common/document/length-cap'
import type { Priority, StoryKind } from '../../../common/document/slip'
import type { Stage, StoryId } from '../../../common/story/story'
import type { Db } from '../connection'
import { indexTokens } from '../search-text'
import { errorRepository, type ErrorRow } from './errors'
import type { StoryNumber } from './rows'

/** What is derived from a story's log: the columns of lists, and the words search finds it by. */
export interface Projection {
  kind: StoryKind
  kindOrder: number
  headline: string
  headlineKey: string
  shortTitle: string
  source: string
  sourceKey: string
  editor: string
  editorKey: string
  section: string
  page: string
  priority: Priority
  characters: number
  plannedLength: number | null
  rank: StoryRank | ''
  format: string
  desk: string
  issue: string
  wholeCharacters: number
  words: string
  errors: ErrorRow[]
}

export type ProjectedColumns = Omit<Projection, 'words' | 'errors' | 'headlineKey' | 'sourceKey' | 'editorKey'> & { indexedWords: string }

const columns = `kind, kind_order AS kindOrder, headline, short_title AS shortTitle, source, editor, section, page, priority, characters,
  planned_length AS plannedLength, rank, format, desk, issue, whole_characters AS wholeCharacters, indexed_words AS indexedWords`

export function projectionRepository(db: Db) {
  const write = db.prepare<[Omit<Projection, 'words' | 'errors'> & { number: StoryNumber, sequence: number, indexedWords: string }]>(`
    UPDATE stories SET kind = @kind, kind_order = @kindOrder, headline = @headline, headline_key = @headlineKey, short_title = @shortTitle,
      source = @source, source_key = @sourceKey, editor = @editor, editor_key = @editorKey, section = @section, page = @page,
      priority = @priority, characters = @characters, planned_length = @plannedLength, rank = @rank, format = @format,
      desk = @desk, issue = @issue, whole_characters = @wholeCharacters, indexed_words = @indexedWords,
      projected_sequence = @sequence
    WHERE number = @number`)
  const { replace: writeErrors } = errorRepository(db)
  const indexed = db.prepare<[StoryNumber], { hash: string }>('SELECT indexed_words AS hash FROM stories WHERE number = ?')
  const index = db.prepare<[StoryNumber, string]>('INSERT OR REPLACE INTO story_index (rowid, words) VALUES (?, ?)')
  const read = db.prepare<[StoryNumber], ProjectedColumns>(`SELECT ${columns} FROM stories WHERE number = ?`)
  const stale = db.prepare<[], { id: StoryId }>('SELECT id FROM stories WHERE projected_sequence < last_sequence')
  const stage = db.prepare<[Stage, number, StoryNumber]>('UPDATE stories SET stage = ?, stage_order = ? WHERE number = ?')

  return {
    /** Writes columns, index and errors as derived from the log up to row `sequence`. */
    write(number: StoryNumber, sequence: number, { words, errors, ...columns }: Projection): void {
      const indexedWords = hashOf(words)
      if (indexed.get(number)?.hash !== indexedWords) index.run(number, indexTokens(words))
      write.run({ ...columns, number, sequence, indexedWords })
      writeErrors(number, errors)
    },
    /** Writes the index even if it seems to hold these words already. */
    reindex: (number: StoryNumber, words: string): void => { index.run(number, indexTokens(words)) },
    read: (number: StoryNumber) => read.get(number),
    /** Stories whose log went on after they were last derived. */
    stale: (): StoryId[] => stale.all().map(row => row.id),
    setStage: (number: StoryNumber, name: Stage, order: number): void => { stage.run(name, order, number) },
  }
}
export type ProjectionRepository = ReturnType<typeof projectionRepository>

export function hashOf(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}
