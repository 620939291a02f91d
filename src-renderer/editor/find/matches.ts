import type { Node } from '@tiptap/pm/model'
import { piecesOfFinal, type Piece } from '../../../src-main/common/suggestions/final-places'
import { viewOf } from '../../../src-main/common/suggestions/views'

export interface FindQuery {
  text: string
  isCaseSensitive: boolean
  isWidthSensitive: boolean // whether full-width and half-width forms (１ and 1, ， and ,) differ
}

/** Where the words looked for stand: `pieces` leave out what is suggested to go in between. */
export interface Match { from: number, to: number, pieces: Piece[] }

const objectReplacement = '\uFFFC' // stands for a break, so that no match runs over it
const fullWidthOffset = 0xFEE0

/** Every place the query stands in the story's final text, deck included, in reading order; matches never overlap and never leave a paragraph. */
export function findMatches(doc: Node, query: FindQuery): Match[] {
  const wanted = folded(query.text, query)
  if (wanted === '') return []
  const found: Piece[] = []
  let before = 0
  viewOf(doc, 'final').descendants(node => {
    if (!node.isTextblock) return true
    const text = folded(node.textBetween(0, node.content.size, undefined, objectReplacement), query)
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      found.push({ from: before + at, to: before + at + wanted.length })
    }
    before += text.length
    return false
  })
  return piecesOfFinal(doc, found).map(pieces => ({ from: pieces[0]!.from, to: pieces.at(-1)!.to, pieces }))
}

/** Text in which what the query does not tell apart is alike; every character keeps its place. */
function folded(text: string, { isCaseSensitive, isWidthSensitive }: FindQuery): string {
  const sameWidth = isWidthSensitive ? text : text.replace(/[\uFF01-\uFF5E\u3000]/g, halfWidth)
  if (isCaseSensitive) return sameWidth
  const lower = sameWidth.toLowerCase()
  return lower.length === sameWidth.length ? lower : sameWidth
}

const halfWidth = (character: string) => character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - fullWidthOffset)

/** The first match at or after `position`, else the first of all. */
export function matchFrom(matches: Match[], position: number): number {
  const index = matches.findIndex(match => match.from >= position)
  return index < 0 ? 0 : index
}
