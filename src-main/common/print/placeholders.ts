import type { Severity } from './preflight'

export interface Placeholder { text: string, from: number, to: number, severity: Severity }

/**
 * What writers leave where something is still to come. Newsroom usage: ×× and ○○ stand for names and numbers, 待补 待核 待查 for facts,
 * in brackets when they are a note to the desk; Latin XX and TK come with copy from elsewhere. ×× also hides a name on purpose (李××), so it warns;
 * a note in brackets cannot be meant for readers, so it blocks.
 */
const patterns: readonly { pattern: RegExp, severity: Severity }[] = [
  { pattern: /[（(【〔[][^（）()【】〔〕[\]]{0,8}待(?:补充?|核[实对]?|查)\s*[）)】〕\]]/g, severity: 'blocker' },
  { pattern: /[×○□■]{2,}|[?？]{3,}|_{3,}/g, severity: 'warning' },
  { pattern: /(?<![A-Za-z0-9])[Xx]{2,}(?![A-Za-z0-9])|(?<![A-Za-z])TK(?![A-Za-z])/g, severity: 'warning' },
  { pattern: /(?<![有尚亟仍])待(?:补(?![充足短课贴偿助选给位交办])|核(?![实准查销验对算定减酸]))/g, severity: 'warning' },
]

/** The placeholders of a text, in its order, none within another. */
export function placeholdersIn(text: string): Placeholder[] {
  const found = patterns.flatMap(({ pattern, severity }) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ text: words, from: index, to: index + words.length, severity })))
  return found.filter(one => !found.some(other => other !== one && other.from <= one.from && other.to >= one.to)).sort((a, b) => a.from - b.from)
}
