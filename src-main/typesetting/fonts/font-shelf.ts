import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readFonts, type FontFacts } from './font-file'

const fontFiles = (folders: string[]) =>
  folders.filter(existsSync).flatMap(folder => readdirSync(folder).filter(name => /\.(ttf|otf|ttc)$/i.test(name)).map(name => join(folder, name)))

/** Names, times and sizes of the font files: changes whenever one of them does. */
export const fontFilesState = (folders: string[]) => fontFiles(folders).map(file => {
  const { mtimeMs, size } = statSync(file)
  return `${file} ${mtimeMs} ${size}`
}).join('\n')

/** The fonts of these folders, read once. */
export function fontShelf(folders: string[]) {
  const fonts: FontFacts[] = fontFiles(folders).flatMap(readable)

  return {
    families: () => [...new Set(fonts.flatMap(font => font.families))],
    has: (family: string) => fonts.some(font => font.families.includes(family)),
    /** Whether one of the families can draw the character. */
    covers(families: string[], codePoint: number): boolean {
      return fonts.some(font => font.families.some(family => families.includes(family)) && font.covers(codePoint))
    },
  }
}

/** A file that is no font, or not wholly copied yet, is left out. */
function readable(file: string): FontFacts[] {
  try {
    return readFonts(file)
  } catch (error) {
    process.stderr.write(`Font ${file} cannot be read: ${String(error)}\n`)
    return []
  }
}

export type FontShelf = ReturnType<typeof fontShelf>
