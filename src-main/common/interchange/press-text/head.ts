import { byKind, certain, dropped, uncertain, type CandidateLine, type LineReading } from './classify'
import { isSubheadLike, readDeck } from './deck'
import { isPersonName } from './names'

const longestDeck = 8

/** Roles of the lines above the opening paragraph: title, source line, deck, bylines, furniture. */
export function classifyHead(lines: readonly CandidateLine[]): LineReading[] {
  const readings = lines.map(line => line.kind === 'list-heading' ? dropped('navigation') : byKind(line.kind))
  const source = lines.findIndex(line => line.kind === 'source-line')
  const places = lines.flatMap((line, index) => line.kind === 'text' ? [index] : [])
  for (const place of places.slice(0, -longestDeck)) readings[place] = dropped('navigation', true)
  const names = places.filter((place, index) => index > 0 && isPersonName(lines[place]!.text.replace(/ /g, '')))
  for (const place of names) readings[place] = uncertain('byline')
  const deckPlaces = titleAside(places.slice(-longestDeck).filter(place => !names.includes(place)), lines, source, readings)
  readDeck(deckPlaces.map(place => lines[place]!.text)).forEach(({ type, isUncertain }, index) => {
    readings[deckPlaces[index]!] = { role: type, isUncertain }
  })
  return readings
}

/**
 * A title above the source line that has a deck of its own below it is the page's short title; it is left out of the deck.
 * Repeated lines are dropped. Returns the places of the deck.
 */
function titleAside(places: number[], lines: readonly CandidateLine[], source: number, readings: LineReading[]): number[] {
  const above = places.filter(place => place < source)
  const below = places.filter(place => place > source)
  const unique = places.filter((place, index) => !isRepeated(place, index))
  if (source < 0 || above.length === 0 || below.length === 0) return unique
  if (above.length > 1 || below.every(place => isSubheadLike(lines[place]!.text))) return unique
  const title = above[0]!
  if (!unique.includes(title)) return unique
  readings[title] = below.length === 1 ? uncertain('short-title') : certain('short-title')
  return below

  /** The same words again further down, or this line with the site's name after it. */
  function isRepeated(place: number, index: number): boolean {
    const words = withoutMarks(lines[place]!.text)
    const isAgain = places.slice(index + 1).some(later => repeats(words, withoutMarks(lines[later]!.text)))
    if (isAgain) readings[place] = dropped('repeats-title')
    return isAgain
  }
}

const withoutMarks = (text: string) => text.replace(/[\s\p{P}\p{S}]+/gu, '')
const siteName = /^.{0,6}(网|报|在线|客户端|新闻|频道|平台|融媒)+.{0,6}$/

const repeats = (earlier: string, later: string) => earlier === later || (earlier.startsWith(later) && siteName.test(earlier.slice(later.length)))
