import type { LinkNote } from '../../document/slip'
import { tidied } from './characters'
import { normalisedText } from './normalise'

const shortestTitle = 6
const usual = 0.6
const column = /(?<![,，;；:：]) (?![,，;；:：!！?？])/
const gap = /[ \u00A0\u3000]{2,}|\t+/

/**
 * The titles of a list of other stories. A gap of several spaces parts titles. Pages that set the list in two columns save two titles
 * to a line with one space between them, and titles have spaces of their own: such a line is parted where its halves are most alike in length.
 */
export function titlesOf(lines: readonly string[]): string[] {
  const columns = lines.map(line => tidied(line).split(column))
  const isTwoColumns = lines.length >= 3 && columns.filter(parts => parts.length > 1).length >= lines.length * usual
  return lines.flatMap((line, index) => partedAtGaps(line) ?? (isTwoColumns && halves(columns[index]!) || [line]))
}

function partedAtGaps(line: string): string[] | undefined {
  const parts = line.trim().split(gap)
  return parts.length > 1 && parts.every(isTitle) ? parts : undefined
}

function halves(parts: readonly string[]): string[] | undefined {
  const pairs = parts.slice(1).map((_, index) => [parts.slice(0, index + 1).join(' '), parts.slice(index + 1).join(' ')])
  const difference = ([left = '', right = '']: string[]) => Math.abs(left.length - right.length)
  return pairs.filter(pair => pair.every(isTitle)).sort((a, b) => difference(a) - difference(b))[0]
}

const isTitle = (part: string) => part.length >= shortestTitle && /\p{Script=Han}{2}/u.test(part)

export const linkNotes = (list: LinkNote['list'], lines: readonly string[]): LinkNote[] =>
  titlesOf(lines).map(title => ({ list, text: normalisedText(title, 'line') }))
