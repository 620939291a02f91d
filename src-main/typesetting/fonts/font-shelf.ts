import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readFonts, type FontFacts } from './font-file'

/** Font files of the folders, those in folders within them too. */
export const fontFiles = (folders: string[]) =>
  folders.filter(existsSync).flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.(ttf|otf|ttc)$/i.test(name)).map(name => join(folder, name)))

/** Names, times and sizes of the font files: changes whenever one of them does. */
export const fontFilesState = (folders: string[]) => fontFiles(folders).map(file => {
  const { mtimeMs, size } = statSync(file)
  return `${file} ${mtimeMs} ${size}`
}).join('\n')

/** The fonts of these folders, read once; those of the first are the program's. */
export function fontShelf(folders: string[]) {
  const [program = [], own = []] = [folders.slice(0, 1), folders.slice(1)].map(part => fontFiles(part).flatMap(readable))
  const fonts: FontFacts[] = [...program, ...own]
  const familiesIn = (part: FontFacts[]) => [...new Set(part.flatMap(font => font.families))]
  const ownFamilies = familiesIn(own).filter(family => !program.some(font => font.families.includes(family)))

  return {
    families: () => familiesIn(fonts),
    /** Of the newsroom's own fonts. */
    ownFamilies: () => ownFamilies,
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
