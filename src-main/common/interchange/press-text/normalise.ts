import { isWide, tidied } from './characters'
import { standardDashes } from './dashes'
import { widenedMarks } from './half-width-marks'
import { curledQuotationMarks } from './quotation-marks'

/** `line`: a deck line or title, where a space between Chinese characters parts two phrases and is kept, full width. */
export type SpaceRule = 'line' | 'text'

/** Marks and spaces as a newspaper sets them (GB/T 15834); every letter, digit and Han character stays. Doing it twice changes nothing more. */
export function normalisedText(original: string, rule: SpaceRule): string {
  let text = original
  for (let pass = 0; pass < mostPasses; pass++) {
    const next = settledSpaces(widenedMarks(standardDashes(curledQuotationMarks(tidied(text)))), rule)
    if (next === text) break
    text = next
  }
  return text
}

/** One mark made full width may make its neighbour full width too; real text is settled by the second pass. */
const mostPasses = 20

const wideMark = /[，。；：！？、（）《》“”‘’【】〔〕「」『』…—]/
const names = /（[^（）]{1,20}）/g

/** Spaces beside full-width marks go; those between Chinese characters go in text and become full width in a deck line. */
function settledSpaces(text: string, rule: SpaceRule): string {
  if (!text.includes(' ')) return text
  const namePlaces = rule === 'text' ? placesOfNames(text) : new Set<number>()
  return text.replace(/ /g, (space, index: number) => {
    const before = text[index - 1]!
    const after = text[index + 1]!
    if (wideMark.test(before) || wideMark.test(after)) return rule === 'line' && isPhraseBreak(before, after) ? '\u3000' : ''
    if (!isWide(before) || !isWide(after)) return space
    if (rule === 'line') return '\u3000'
    return namePlaces.has(index) ? space : ''
  })
}

/** In a deck line a space after a closing or before an opening mark parts phrases too. */
const isPhraseBreak = (before: string, after: string) => /[”’》）！？]/.test(before) && isWide(after) && !/[，。；：、]/.test(after)
  || /[“‘《（]/.test(after) && isWide(before) && !/[，。；：、]/.test(before)

/** In `（张三 李四）` the space parts two persons. */
function placesOfNames(text: string): Set<number> {
  const places = new Set<number>()
  for (const match of text.matchAll(names)) {
    if (!match[0].includes(' ')) continue
    for (let index = match.index; index < match.index + match[0].length; index++) places.add(index)
  }
  return places
}
