import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readFonts, type FontFacts } from './font-file'

/** The fonts of these folders, read once. */
export function fontShelf(folders: string[]) {
  const fonts: FontFacts[] = folders.filter(existsSync).flatMap(folder =>
    readdirSync(folder).filter(name => /\.(ttf|otf|ttc)$/i.test(name)).flatMap(name => readFonts(join(folder, name))))

  return {
    families: () => [...new Set(fonts.flatMap(font => font.families))],
    has: (family: string) => fonts.some(font => font.families.includes(family)),
    /** Whether one of the families can draw the character. */
    covers(families: string[], codePoint: number): boolean {
      return fonts.some(font => font.families.some(family => families.includes(family)) && font.covers(codePoint))
    },
  }
}

export type FontShelf = ReturnType<typeof fontShelf>
