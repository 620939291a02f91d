import type { MissingGlyph } from '../../common/print/print'
import type { FontShelf } from './font-shelf'

const invisible = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u
export const isInvisible = (character: string) => invisible.test(character)
const contextLength = 6

/** The characters of these texts that none of the families can draw, most frequent first, each with its first context. */
export function missingGlyphs(texts: string[], families: string[], fonts: FontShelf): MissingGlyph[] {
  const known = new Map<string, boolean>()
  const found = new Map<string, MissingGlyph>()
  for (const text of texts) {
    const characters = [...text]
    characters.forEach((character, index) => {
      if (isDrawable(character)) return
      const entry = found.get(character) ?? { character, codePoint: codePointName(character), count: 0, context: contextOf(characters, index) }
      found.set(character, { ...entry, count: entry.count + 1 })
    })
  }
  return [...found.values()].sort((a, b) => b.count - a.count)

  function isDrawable(character: string): boolean {
    const isKnown = known.get(character) ?? (isInvisible(character) || fonts.covers(families, character.codePointAt(0)!))
    known.set(character, isKnown)
    return isKnown
  }
}

export const codePointName = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
const contextOf = (characters: string[], index: number) => characters.slice(Math.max(0, index - contextLength), index + contextLength + 1).join('')
