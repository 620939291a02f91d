import type { Db } from '../connection'
import type { StoryNumber } from './rows'

/** A measured fit, and what it stands for; lines of one column. */
export interface StoryFitRow { sequence: number, template: string, format: string, capacity: number, set: number, over: number, spare: number }

/** How stories filled their places when they were last set. */
export function storyFitRepository(db: Db) {
  const put = db.prepare<[StoryFitRow & { number: StoryNumber }]>(`
    INSERT OR REPLACE INTO story_fits (story, sequence, template, page_format, capacity, set_lines, over, spare)
    VALUES (@number, @sequence, @template, @format, @capacity, @set, @over, @spare)`)
  const forget = db.prepare<[StoryNumber]>('DELETE FROM story_fits WHERE story = ?')
  const forgetFormat = db.prepare<[string]>('DELETE FROM story_fits WHERE page_format = ?')
  const forgetAll = db.prepare('DELETE FROM story_fits')

  return {
    put: (number: StoryNumber, fit: StoryFitRow): void => { put.run({ ...fit, number }) },
    forget: (number: StoryNumber): void => { forget.run(number) },
    /** Those of stories placed on a page of this format. */
    forgetFormat: (format: string): void => { forgetFormat.run(format) },
    forgetAll: (): void => { forgetAll.run() },
  }
}
export type StoryFitRepository = ReturnType<typeof storyFitRepository>
