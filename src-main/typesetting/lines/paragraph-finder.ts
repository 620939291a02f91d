import type { ParagraphText } from './paragraph-texts'

/** A stretch of a paragraph that a piece holds: from and to count its printed characters. */
export interface Match { paragraph: ParagraphText, from: number, to: number }

const longestMarker = 6 // characters a template may set before a paragraph in its style: 1．, ●
const surelySame = 4 // characters that must agree where a paragraph opens, if it has as many

/**
 * Finds pieces of text in the order they are drawn: where the paragraph goes on, else where another opens that agrees longest with the piece
 * and what follows it (`ahead`). A piece may hold the end of a paragraph and the next of the same block, as caption and credit do.
 */
export function paragraphFinder(paragraphs: ParagraphText[]) {
  const found = new Map<ParagraphText, number>()
  let current = -1
  let hasBodyBegun = false

  return find

  /** Nothing for a piece that is not the story's. */
  function find(text: string, ahead: string): Match[] {
    if (text === '') return []
    const paragraph = paragraphs[current]
    const from = paragraph ? found.get(paragraph)! : 0
    const going = paragraph && from < paragraph.text.length ? taken(current, from, text, ahead) : []
    return going.length > 0 ? going : opening(text, ahead)
  }

  function opening(text: string, ahead: string): Match[] {
    for (let marker = 0; marker <= Math.min(longestMarker, text.length - 1); marker++) {
      const index = bestOpening(ahead.slice(marker), marker > 0)
      const matches = index < 0 ? [] : taken(index, 0, text.slice(marker), ahead.slice(marker))
      if (matches.length > 0) return matches
    }
    return []
  }

  function bestOpening(ahead: string, hasMarker: boolean): number {
    let [best, most] = [-1, 0]
    paragraphs.forEach((paragraph, index) => {
      const isNext = index === current + 1
      const agreeing = sharedLength(paragraph.text, ahead)
      if (!isOpen(paragraph) || agreeing < (hasMarker && !isNext ? surelySame : Math.min(surelySame, paragraph.text.length))) return
      if (agreeing + (isNext ? 0.5 : 0) > most) [best, most] = [index, agreeing + (isNext ? 0.5 : 0)]
    })
    return best
  }

  /** A headline may stand in the page's head as well: the last before the body counts. */
  function isOpen(paragraph: ParagraphText) {
    return !found.has(paragraph) || paragraph.isDeck && !hasBodyBegun
  }

  function taken(index: number, from: number, text: string, ahead: string): Match[] {
    const paragraph = paragraphs[index]!
    const rest = paragraph.text.slice(from)
    const own = rest.startsWith(text) ? text : [withoutHyphen(text), rest].find(part => part !== '' && rest.startsWith(part) && text.startsWith(part))
    if (own === undefined || text !== own && own === rest && withoutHyphen(text) !== rest && paragraphs[index + 1]?.block !== paragraph.block) return []
    current = index
    hasBodyBegun ||= !paragraph.isDeck
    found.set(paragraph, from + own.length)
    const match = { paragraph, from, to: from + own.length }
    return own === rest && own !== text ? [match, ...find(text.slice(own.length), ahead.slice(own.length))] : [match]
  }
}

/** A piece without the hyphen that setting adds to its end. */
const withoutHyphen = (text: string) => text.replace(/[-\u2010]$/, '')

function sharedLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}
