import type { DropReason, ImportLine, ImportReading, LineRole } from '../import'
import { splitLines } from './characters'
import { classify } from './classify'
import { readDateline } from './dateline'
import { editorNoteAt } from './editor-line'
import { datelineText } from './line-kinds'
import { normalisedText } from './normalise'
import { readSlipOf } from './slip-reading'
import { storyKind } from './story-kind'
import { warningsOf } from './warnings'

/** A line of a file and the role somebody or something gave it: all that a reading is made of. */
export interface AssignedLine { number: number, original: string, role: LineRole, reason?: DropReason | undefined, isUncertain: boolean }

export type ReadingOrigin = Pick<ImportReading, 'name' | 'encoding'>

/** Understands a press text: every line of it is in the reading, in order, with the role it was taken for. `today` dates a wire without a year. */
export function readPressText(text: string, name: string, encoding: ImportReading['encoding'], today = new Date()): ImportReading {
  const originals = splitLines(text)
  const roles = classify(originals)
  return interpret({ name, encoding }, originals.map((original, index) => ({ number: index + 1, original, ...roles[index]! })), today)
}

/** The reading that follows from lines and their roles: texts, slip and warnings are derived anew. */
export function interpret({ name, encoding }: ReadingOrigin, assigned: readonly AssignedLine[], today = new Date()): ImportReading {
  const { slip, uncertainLines } = readSlipOf(assigned, today)
  const opening = assigned.find(line => line.role === 'paragraph')
  const closing = assigned.filter(line => line.role === 'paragraph').at(-1)
  const lines = assigned.map(line => importLine(line, textOf(line, line === opening, line === closing)))
  const deck = lines.filter(line => ['kicker', 'headline', 'subhead', 'short-title'].includes(line.role)).map(line => line.text)
  const kind = storyKind(deck, lines.find(line => line.number === opening?.number)?.text ?? '', (slip.byline ?? []).map(person => person.name))
  return { name, encoding, lines, slip: { ...slip, kind }, warnings: warningsOf(lines, slip, uncertainLines) }
}

function importLine({ number, original, role, reason, isUncertain }: AssignedLine, text: string): ImportLine {
  return { number, original, text, role, isUncertain, ...role === 'dropped' && { reason: reason ?? 'by-hand' as const } }
}

/** The opening paragraph without its dateline, the closing one without its editor's note; every other line whole. */
function textOf({ original, role }: AssignedLine, isOpening: boolean, isClosing: boolean): string {
  if (role !== 'paragraph') return normalisedText(original, 'line')
  const body = isOpening ? withoutDateline(original) : original
  const text = normalisedText(body, 'text')
  return isClosing ? text.slice(0, text.length - editorNoteAt(text.slice(-60)).length).trim() : text
}

function withoutDateline(original: string): string {
  const dateline = readDateline(datelineText(original))
  return dateline ? normalisedText(original, 'line').slice(dateline.length) : original
}
