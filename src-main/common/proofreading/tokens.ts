import type { Node } from '@tiptap/pm/model'
import type { TextPlace } from './correction-check'
import { linesOf } from '../comparison/lines'

/** A text as one list of units to be compared: a unit for each block's beginning and look, and one for each character and its styles. */
export interface Tokens {
  units: string[]
  words: string[] // what each unit reads as; a block begins with `\n`
  places: TextPlace[] // where each unit stands
}

export function tokensOf(text: Node): Tokens {
  const tokens: Tokens = { units: [], words: [], places: [] }
  const add = (unit: string, word: string, block: number, from: number, to: number) => {
    tokens.units.push(unit)
    tokens.words.push(word)
    tokens.places.push({ block, from, to })
  }
  for (const { look, words, styles, block, offset } of linesOf(text)) {
    add(`\n${look}`, '\n', block, offset, offset)
    let at = offset
    words.forEach((word, index) => {
      add(`${word}\u0000${styles[index]!}`, word, block, at, at + word.length)
      at += word.length
    })
  }
  return tokens
}
