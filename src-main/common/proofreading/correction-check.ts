import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { costOf, differences, type Difference } from '../comparison/edit-script'
import { slipDifferences, type SlipDifference } from '../document/slip-differences'
import { readSlip } from '../document/slip-map'
import { readText } from '../document/story-doc'
import { isSameValue } from '../document/same-value'
import { changesOf, type Change } from '../suggestions/changes'
import { resolved } from '../suggestions/resolve'
import { readSlipChanges, type SlipChange } from '../suggestions/slip-changes'
import { viewOf } from '../suggestions/views'
import { tokensOf, type Tokens } from './tokens'

/** 已改, 漏改, 改得不同. */
export type Outcome = 'done' | 'missed' | 'different'

/** A stretch of a top-level block's final text; offsets count characters and line breaks. */
export interface TextPlace { block: number, from: number, to: number }

export interface CheckedMark { change: Change, outcome: Outcome, place: TextPlace }
export interface CheckedField { change: SlipChange, outcome: Outcome }
/** What no mark asked for: words, or only formatting when both are the same. */
export interface UnaskedChange { removed: string, added: string, place: TextPlace }

/** What became of the marks of an earlier proof 核红, and what else moved. */
export interface CorrectionCheck { marks: CheckedMark[], fields: CheckedField[], unasked: UnaskedChange[], unaskedFields: SlipDifference[] }

/** Holds a proof against an earlier one: each suggestion of the earlier one is a mark that asks to be carried out. */
export function checkCorrections(earlier: Y.Doc, now: Y.Doc): CorrectionCheck {
  return { ...checkText(readText(earlier), viewOf(readText(now), 'final')), ...checkSlip(earlier, now) }
}

/**
 * First everything is taken as carried out; then marks near a difference are taken as missed where that explains more of the text of now.
 * What still differs within a mark was done differently; what differs elsewhere was not asked for.
 */
export function checkText(earlier: Node, now: Node): Pick<CorrectionCheck, 'marks' | 'unasked'> {
  const changes = changesOf(earlier)
  const wanted = tokensOf(now)
  const textWithout = (missed: ReadonlySet<string>) => tokensOf(resolved(earlier, ({ id }) => missed.has(id) ? 'reject' : 'accept'))
  const missed = missedMarks(changes, wanted, textWithout)
  const read = textWithout(missed)
  const left = differences(read.units, wanted.units)
  const explained = new Set<Difference>()
  const marks = changes.map((change): CheckedMark => {
    const places = placesOf(change, missed, textWithout)
    const touching = left.filter(difference => places.some(place => isWithin(difference, place)))
    touching.forEach(difference => explained.add(difference))
    const outcome = touching.length > 0 ? 'different' : missed.has(change.stamp.id) ? 'missed' : 'done'
    return { change, outcome, place: placeNow(places[0]?.fromB ?? 0, places[0]?.toB ?? 0, left, wanted) }
  })
  return { marks, unasked: left.filter(difference => !explained.has(difference)).map(difference => unaskedOf(difference, read, wanted)) }
}

type TextWithout = (missed: ReadonlySet<string>) => Tokens

function missedMarks(changes: Change[], wanted: Tokens, textWithout: TextWithout): Set<string> {
  const missed = new Set<string>()
  let left = differences(textWithout(missed).units, wanted.units)
  for (const { stamp: { id } } of changes) {
    if (left.length === 0) break
    const trial = differences(textWithout(new Set([...missed, id])).units, wanted.units)
    if (costOf(trial) >= costOf(left)) continue
    missed.add(id)
    left = trial
  }
  return missed
}

/** Where a mark stands in the text read with `missed` left out, on the right-hand side of each difference. */
function placesOf({ stamp: { id } }: Change, missed: ReadonlySet<string>, textWithout: TextWithout): Difference[] {
  const other = missed.has(id) ? new Set([...missed].filter(each => each !== id)) : new Set([...missed, id])
  return differences(textWithout(other).units, textWithout(missed).units)
}

function isWithin({ fromA, toA }: Difference, { fromB, toB }: Difference): boolean {
  if (fromB === toB) return fromA === toA ? fromA === fromB : fromA < fromB && fromB < toA
  return fromA < toB && toA > fromB
}

/** Where a stretch of the text read stands in the text of now. */
function placeNow(from: number, to: number, left: readonly Difference[], wanted: Tokens): TextPlace {
  const shift = left.filter(({ toA }) => toA <= from).reduce((sum, { fromA, toA, fromB, toB }) => sum + toB - fromB - (toA - fromA), 0)
  return placeOf(wanted, from + shift, to + shift)
}

function placeOf({ places }: Tokens, from: number, to: number): TextPlace {
  const first = places[Math.max(0, Math.min(from, places.length - 1))] ?? { block: 0, from: 0, to: 0 }
  const last = to > from ? places[Math.min(to, places.length) - 1] : undefined
  return { block: first.block, from: first.from, to: last?.block === first.block ? Math.max(first.from, last.to) : first.from }
}

function unaskedOf({ fromA, toA, fromB, toB }: Difference, read: Tokens, wanted: Tokens): UnaskedChange {
  return { removed: read.words.slice(fromA, toA).join(''), added: wanted.words.slice(fromB, toB).join(''), place: placeOf(wanted, fromB, toB) }
}

function checkSlip(earlier: Y.Doc, now: Y.Doc): Pick<CorrectionCheck, 'fields' | 'unaskedFields'> {
  const [before, after] = [readSlip(earlier), readSlip(now)]
  const changes = readSlipChanges(earlier)
  const wanted = new Map(changes.map(({ field, to }) => [field, to])) // of several turns the last
  const fields = changes.map((change): CheckedField => {
    const value = after[change.field]
    return { change, outcome: isSameValue(value, change.to) || isSameValue(value, wanted.get(change.field)) ? 'done' : isSameValue(value, change.from) ? 'missed' : 'different' }
  })
  const asked = new Set(fields.map(({ change }) => change.field))
  return { fields, unaskedFields: slipDifferences(before, after).filter(({ field }) => !asked.has(field)) }
}
