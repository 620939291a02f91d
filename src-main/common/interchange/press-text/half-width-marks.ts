import { hasHan, isWide } from './characters'
import { beside, widenParentheses } from './parentheses'

const fullWidth: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' }

/** Half-width , ; : ! ? ( ) that stand in Chinese made full width (GB/T 15834); those of numbers, times, addresses and Latin words stay. */
export function widenedMarks(text: string): string {
  if (!hasHan(text) || !/[,;:!?().]/.test(text)) return text
  const characters = text.split('')
  const kept = /[A-Za-z@]/.test(text) ? keptPlaces(text) : new Set<number>()
  const isKept = (index: number) => kept.has(index)
  const clause = pointAtEnd.test(text) ? likelyClause : sureClause // who ends a line with a point means full stops within it too
  widenParentheses(text, characters, isKept)
  for (let index = 0; index < text.length; index++) {
    if (!isMark(text.charCodeAt(index)) || isKept(index)) continue
    const mark = text[index]!
    if (mark in fullWidth && isInChinese(characters, index)) characters[index] = fullWidth[mark]!
    if (mark === '.' && isFullStop(characters, index, clause)) characters[index] = '。'
  }
  return characters.join('')
}

/** , ; : ! ? and . */
const isMark = (code: number) => code === 0x2C || code === 0x3B || code === 0x3A || code === 0x21 || code === 0x3F || code === 0x2E

const address = /(?:https?:\/\/|ftp:\/\/|www\.)[\x21-\x7E]*[A-Za-z0-9/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const latinQuotation = /“[^“”]*”|‘[^‘’]*’|《[^《》]*》/g

/** Places inside addresses and inside quotations without any Chinese. */
function keptPlaces(text: string): Set<number> {
  const kept = new Set<number>()
  const keep = (match: RegExpExecArray) => { for (let index = 0; index < match[0].length; index++) kept.add(match.index + index) }
  if (/:\/\/|www\.|@/.test(text)) for (const match of text.matchAll(address)) keep(match)
  for (const match of text.matchAll(latinQuotation)) if (/[A-Za-z]{2}/.test(match[0]) && !hasHan(match[0])) keep(match)
  return kept
}

const latinBefore = /[\x21-\x24\x26-\x7E]/
const latinAfter = /[\x21-\x7E]/

/** Not between two Latin characters: then it belongs to a number, a time or foreign words. A percent sign before it ends a Chinese figure. */
function isInChinese(characters: string[], index: number): boolean {
  const before = beside(characters, index, -1)
  const after = beside(characters, index, 1)
  if (before === '') return isWide(after)
  return !(latinBefore.test(before) && latinAfter.test(after))
}

const pointAtEnd = /\p{Script=Han}\.[”’）"]?$/u
const sureClause = 5
const likelyClause = 3

/** A point after Chinese that ends the line or a quotation, or that parts two whole clauses (so that 卡尔.马克思 keeps its own). */
function isFullStop(characters: string[], index: number, clause: number): boolean {
  const before = characters[index - 1] ?? ''
  const after = characters[index + 1] ?? ''
  if (after === '.' || !(hasHan(before) || /[”’）》%]/.test(before))) return false
  return after === '' || /[ ”’）]/.test(after) || (isClause(characters, index, -1, clause) && isClause(characters, index, 1, clause))
}

function isClause(characters: string[], index: number, step: 1 | -1, clause: number): boolean {
  for (let distance = 1; distance <= clause; distance++) {
    if (!hasHan(characters[index + distance * step] ?? '')) return false
  }
  return true
}
