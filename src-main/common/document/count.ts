/** Lengths as newsrooms count them, in characters: each Han character, letter, digit and mark is one; spaces are none. */
export interface Count {
  characters: number // with punctuation
  withoutPunctuation: number
}

export const noCharacters: Count = { characters: 0, withoutPunctuation: 0 }

const uncounted = /[\s\p{M}\p{Cf}]/u // spaces, combining marks, joiners
const punctuation = /[\p{P}\p{S}]/u

export function countCharacters(text: string): Count {
  let characters = 0
  let marks = 0
  for (const character of text) {
    const kind = kindOf(character)
    if (kind === 'none') continue
    characters++
    if (kind === 'mark') marks++
  }
  return { characters, withoutPunctuation: characters - marks }
}

export function addCounts(a: Count, b: Count): Count {
  return { characters: a.characters + b.characters, withoutPunctuation: a.withoutPunctuation + b.withoutPunctuation }
}

/** Han characters are most of every story, so they are told by code before any expression is tried. */
function kindOf(character: string): 'none' | 'mark' | 'character' {
  const code = character.charCodeAt(0)
  if (code >= 0x4E00 && code <= 0x9FFF) return 'character'
  if (uncounted.test(character)) return 'none'
  return punctuation.test(character) ? 'mark' : 'character'
}
