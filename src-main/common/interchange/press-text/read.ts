import type { DropReason, ImportLine, ImportReading, LineRole } from '../import'
import { splitLines } from './characters'
import { done, mapped, type Steps } from '../../steps'
import { candidate, classify, type CandidateLine } from './classify'
import { readDateline } from './dateline'
import { editorNoteAt } from './editor-line'
import { datelineText } from './line-kinds'
import { normalisedText } from './normalise'
import { readSlipOf } from './slip-reading'
import { storyKind } from './story-kind'
import { warningsOf } from './warnings'
import { continuations, joinedLines } from './wrapped-lines'

/** A line of a file and the role somebody or something gave it: all that a reading is made of. */
export interface AssignedLine { number: number, original: string, role: LineRole, reason?: DropReason | undefined, isUncertain: boolean }

export type ReadingOrigin = Pick<ImportReading, 'name' | 'encoding'>

/** Understands a press text: every line of it is in the reading, in order, with the role it was taken for. `today` dates a wire without a year. */
export const readPressText = (...given: Parameters<typeof readingSteps>): ImportReading => done(readingSteps(...given))

/** The same a line at a time. */
export function* readingSteps(text: string, name: string, encoding: ImportReading['encoding'], today = new Date()): Steps<ImportReading> {
  const originals = splitLines(text)
  const candidates = yield* mapped(originals, candidate, 0, recognised)
  return yield* interpretingSteps({ name, encoding }, assigned(originals, candidates), today, recognised)
}

const recognised = 0.5 // of the work, about, is to recognise lines, the rest to normalise them

/** Lines that go on the one before are read together with it. */
function assigned(originals: readonly string[], candidates: readonly CandidateLine[]): AssignedLine[] {
  const goesOn = continuations(originals, candidates)
  const lines = originals.map((original, index): AssignedLine => ({ number: index + 1, original, role: goesOn[index] ? 'continuation' : 'paragraph', isUncertain: false }))
  const groups = grouped(lines)
  const roles = classify(groups.map(({ whole, rest }) => rest.length > 0 ? candidate(whole.original) : candidates[whole.number - 1]!))
  groups.forEach(({ whole }, index) => Object.assign(lines[whole.number - 1]!, roles[index]))
  return lines
}

/** A line as one with the lines that go on it. */
interface Group { head: AssignedLine, whole: AssignedLine, rest: AssignedLine[] }

/** Lines left out stand between others without parting them; a line that goes on nothing is a paragraph. */
function grouped(lines: readonly AssignedLine[]): Group[] {
  const groups: Omit<Group, 'whole'>[] = []
  let last: AssignedLine[] | undefined
  for (const line of lines) {
    if (line.role === 'continuation' && last) {
      last.push(line)
      continue
    }
    const group: Omit<Group, 'whole'> = { head: line.role === 'continuation' ? { ...line, role: 'paragraph' } : line, rest: [] }
    groups.push(group)
    if (line.role !== 'dropped') last = group.rest
  }
  return groups.map(({ head, rest }) => ({ head, rest, whole: rest.length > 0 ? { ...head, original: joinedLines([head, ...rest].map(line => line.original)) } : head }))
}

/** The reading that follows from lines and their roles: texts, slip and warnings are derived anew. */
export const interpret = (origin: ReadingOrigin, assigned: readonly AssignedLine[], today = new Date()): ImportReading => done(interpretingSteps(origin, assigned, today))

/** The same a line at a time; `before` is the share of the work that is done already. */
export function* interpretingSteps({ name, encoding }: ReadingOrigin, assigned: readonly AssignedLine[], today = new Date(), before = 0): Steps<ImportReading> {
  const groups = grouped(assigned)
  const whole = groups.map(group => group.whole)
  const { slip, uncertainLines } = readSlipOf(whole, today)
  const opening = whole.find(line => line.role === 'paragraph')
  const closing = whole.filter(line => line.role === 'paragraph').at(-1)
  const read = yield* mapped(groups, ({ head, whole: line, rest }) => [
    importLine(head, textOf(line, line === opening, line === closing)),
    ...rest.map(part => importLine(part, normalisedText(part.original, 'line'))),
  ], before, 1)
  const lines = read.flat()
  const deck = lines.filter(line => ['kicker', 'headline', 'subhead', 'short-title'].includes(line.role)).map(line => line.text)
  const kind = storyKind(deck, lines.find(line => line.number === opening?.number)?.text ?? '', (slip.byline ?? []).map(person => person.name))
  return { name, encoding, lines: lines.sort((a, b) => a.number - b.number), slip: { ...slip, kind }, warnings: warningsOf(lines, slip, uncertainLines) }
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
