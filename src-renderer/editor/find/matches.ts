import type { Node } from '@tiptap/pm/model'

export interface FindQuery {
  text: string
  isCaseSensitive: boolean
  isWidthSensitive: boolean // whether full-width and half-width forms (１ and 1, ， and ,) differ
}

export interface Match { from: number, to: number }

const objectReplacement = '\uFFFC' // stands for a break, so that no match runs over it
const fullWidthOffset = 0xFEE0

/** Every place the query stands in the story, deck included, in reading order; matches never overlap and never leave a paragraph. */
export function findMatches(doc: Node, query: FindQuery): Match[] {
  const wanted = folded(query.text, query)
  const matches: Match[] = []
  if (wanted === '') return matches
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const text = folded(node.textBetween(0, node.content.size, undefined, objectReplacement), query)
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      matches.push({ from: position + 1 + at, to: position + 1 + at + wanted.length })
    }
    return false
  })
  return matches
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
