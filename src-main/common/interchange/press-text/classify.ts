import type { DropReason, LineRole } from '../import'
import { classifyBody } from './body'
import { tidied } from './characters'
import { readDateline } from './dateline'
import { classifyHead } from './head'
import { datelineText, lineKind, type LineKind } from './line-kinds'

/** What a line was taken for, and whether another reading was nearly as likely. */
export interface LineReading { role: LineRole, reason?: DropReason, isUncertain: boolean }

/** A line on its way to a reading. */
export interface CandidateLine { text: string, kind: LineKind }

export const certain = (role: LineRole): LineReading => ({ role, isUncertain: false })
export const uncertain = (role: LineRole): LineReading => ({ role, isUncertain: true })
export const dropped = (reason: DropReason, isUncertain = false): LineReading => ({ role: 'dropped', reason, isUncertain })

/** What a line is when its place in the file adds nothing. */
export function byKind(kind: LineKind): LineReading {
  if (kind === 'text') return certain('paragraph')
  return kind === 'source-line' || kind === 'byline' || kind === 'editor-line' ? certain(kind) : dropped(kind)
}

export function candidate(original: string): CandidateLine {
  const text = tidied(original)
  return { text, kind: lineKind(text) }
}

/** The role of every line of a press text: the head above the opening paragraph first, then the body and what follows it. */
export function classify(lines: readonly CandidateLine[]): LineReading[] {
  const opening = openingOf(lines)
  return [...classifyHead(lines.slice(0, opening)), ...classifyBody(lines.slice(opening))]
}

const longestHead = 200

/** Index of the opening paragraph; the number of lines when nothing reads like a paragraph. */
function openingOf(lines: readonly CandidateLine[]): number {
  const source = lines.slice(0, longestHead).findIndex(line => line.kind === 'source-line')
  const opening = lines.findIndex((line, index) => line.kind === 'text' && (index < source ? isPlainOpening(line.text) : isOpening(line.text)))
  return opening >= 0 ? opening : openingWithoutMarks(lines, source)
}

/** Interviews and editor's notes open short. */
const spoken = /^(问|答|记者|主持人|编者按|编者的话|核心提示|内容提要|导读|摘要)[：:].{4}/

const isOpening = (text: string) => /。[”’）]?$/.test(text) && text.length >= 8 || /[。！？!?.…”’）)：:；;"]$/.test(text) && text.length >= 40
  || text.length >= 80 || spoken.test(text) || readDateline(datelineText(text)) !== undefined

/** Above the source line stands the title: only what cannot be one is text. */
const isPlainOpening = (text: string) => text.length >= 80 && /[。”]$/.test(text) || readDateline(datelineText(text)) !== undefined

/** Nothing reads like a paragraph: the first line is the headline, the rest is text. */
function openingWithoutMarks(lines: readonly CandidateLine[], source: number): number {
  const places = lines.flatMap((line, index) => line.kind === 'text' ? [index] : [])
  const afterSource = places.filter(place => place > source && source >= 0 && places[0]! < source)
  return afterSource[0] ?? places[1] ?? lines.length
}
