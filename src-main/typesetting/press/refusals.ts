import { AppError } from '../../common/ipc/errors'
import type { MissingGlyph } from '../../common/print/print'
import type { SetStory } from '../engine'
import { figuresIn, type FigureData } from '../story/block-data'
import type { StoryData } from '../story/story-data'

/** Refuses what does not fit and characters no font has. */
export function assertPrintable({ fit }: Pick<SetStory, 'fit'>, missing: MissingGlyph[]): void {
  if (fit.over > 0) throw new AppError('does-not-fit', `The story is ${fit.over} lines longer than its slot`, { lines: fit.over })
  if (missing.length === 0) return
  throw new AppError('missing-glyphs', `No font has ${missing.map(({ character }) => character).join(' ')}`, {
    characters: missing.map(({ character, codePoint, count, context }) => `${character} ${codePoint} ×${count} …${context}…`),
  })
}

/** Refuses figures whose picture was never chosen, is lost or cannot be read. */
export function assertPictures({ blocks }: StoryData, paths: Record<string, string>): void {
  const numbers = missingPictures(figuresIn(blocks), paths).map(String)
  if (numbers.length > 0) throw new AppError('missing-pictures', `Figure ${numbers.join(', ')} has no picture that can be printed`, { numbers })
}

/** Figures are numbered as the story shows them. */
export const missingPictures = (figures: FigureData[], paths: Record<string, string>) => figures.flatMap(({ picture }, index) => picture in paths ? [] : [index + 1])
