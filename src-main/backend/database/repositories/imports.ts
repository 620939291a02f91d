import type { DroppedLine, ImportWarning } from '../../../common/interchange/import'
import type { Db } from '../connection'
import type { StoryNumber } from './rows'

/** What an import left out of a story and doubted, kept to be shown later. */
export interface ImportRecord { file: string, dropped: DroppedLine[], warnings: ImportWarning[] }

export function importRepository(db: Db) {
  const insert = db.prepare<[StoryNumber, string, string, string, number]>(
    'INSERT INTO story_imports (story, file, dropped, warnings, at) VALUES (?, ?, ?, ?, ?)')
  const find = db.prepare<[StoryNumber], { file: string, dropped: string, warnings: string }>('SELECT file, dropped, warnings FROM story_imports WHERE story = ?')

  return {
    add(story: StoryNumber, { file, dropped, warnings }: ImportRecord, now: number): void {
      insert.run(story, file, JSON.stringify(dropped), JSON.stringify(warnings), now)
    },
    of(story: StoryNumber): ImportRecord | undefined {
      const row = find.get(story)
      return row && { file: row.file, dropped: JSON.parse(row.dropped) as DroppedLine[], warnings: JSON.parse(row.warnings) as ImportWarning[] }
    },
  }
}
export type ImportRepository = ReturnType<typeof importRepository>
