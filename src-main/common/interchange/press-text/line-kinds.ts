import type { DropReason } from '../import'
import { readByline, startsWithRole } from './byline'
import { hasHan, tidied } from './characters'
import { readDateline } from './dateline'
import { readEditorLine } from './editor-line'
import { isCopyright, isFurniture, isNavigation, listHeading } from './furniture'
import { isPersonName, isPossibleName } from './names'
import { normalisedText } from './normalise'
import { readSourceLine } from './source-line'

/** What a line is by itself, before its place in the file is looked at. `text` is everything that may be deck or body. */
export type LineKind = 'text' | 'source-line' | 'byline' | 'editor-line' | Exclude<DropReason, 'by-hand' | 'repeats-title'>

const longestSpecial = 300

export function lineKind(original: string): LineKind {
  if (original.length > longestSpecial * 4) return 'text'
  const text = tidied(original)
  if (text === '') return 'blank'
  if (text.length > longestSpecial) return 'text'
  if (listHeading(text) !== undefined) return 'list-heading'
  if (isFurniture(text)) return 'furniture'
  if (isNavigation(text)) return 'navigation'
  if (readEditorLine(text)) return 'editor-line'
  if (readSourceLine(text)) return 'source-line'
  if (isBylineLine(text)) return 'byline'
  return isCopyright(text) ? 'copyright' : 'text'
}

const longestByline = 60
const commentator = /^(本报|本网|本刊|\p{Script=Han}{2,6}[报网社])?(特约)?评论员( ?\p{Script=Han}{2,3})?$/u

/** A line that names people and their roles and nothing else, or is a dateline without a text. */
export function isBylineLine(line: string): boolean {
  if (line.length > longestByline || /[。！？!?]/.test(line)) return false
  const text = line.replace(/^[\s□■◎●○◆▲△（(【[]+|[）)】\]\s]+$/g, '')
  if (commentator.test(text) || isDatelineLine(line)) return true
  if (!startsWithRole(text) && !isBulleted(line) && !/(摄|摄影|文\/图|图\/文)$/.test(text)) return areNames(text)
  const { byline, isUsual } = readByline(text)
  return isUsual && byline.some(person => isPersonName(person.name)) && byline.every(person => isPersonName(person.name) || isPossibleName(person.name) && person.name.length <= 4)
}

export function isDatelineLine(line: string): boolean {
  const text = datelineText(line)
  const dateline = readDateline(text)
  return dateline !== undefined && dateline.length >= text.length
}

/** A line in the form datelines are read from: marks full width, spaces kept. */
export const datelineText = (line: string) => normalisedText(line.slice(0, 400), 'line').replace(/\u3000/g, ' ')

const isBulleted = (line: string) => /^\s*[□■◎◆]/.test(line)

/** Two names or more and nothing else: `张 三 李小四`. */
function areNames(text: string): boolean {
  if (text.length > 24 || !hasHan(text) || !/[ 、]/.test(text)) return false
  const { byline } = readByline(text)
  return byline.length >= 2 && byline.every(person => isPersonName(person.name))
}
