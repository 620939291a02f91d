import type { LinkNote } from '../../document/slip'
import { tidied } from './characters'
import { normalisedText } from './normalise'

const shortestTitle = 6
const usual = 0.6

/**
 * The titles of a list of other stories. Pages that set the list in two columns save two titles to a line, a space between them:
 * when most lines of a list are so, those with exactly one such space are parted; a line that could be parted in two ways stays whole.
 */
export function titlesOf(lines: readonly string[]): string[] {
  const columns = lines.map(line => tidied(line).split(/(?<![,，;；:：]) (?![,，;；:：!！?？])/))
  const isTwoColumns = lines.length >= 3 && columns.filter(parts => parts.length > 1).length >= lines.length * usual
  return lines.flatMap((line, index) => {
    const parts = columns[index]!
    return isTwoColumns && parts.length === 2 && parts.every(isTitle) ? parts : [line]
  })
}

const isTitle = (part: string) => part.length >= shortestTitle && /\p{Script=Han}{2}/u.test(part)

export const linkNotes = (list: LinkNote['list'], lines: readonly string[]): LinkNote[] =>
  titlesOf(lines).map(title => ({ list, text: normalisedText(title, 'line') }))
