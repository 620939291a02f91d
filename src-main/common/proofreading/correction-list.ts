import type { Slip } from '../document/slip'
import type { SlipDifference } from '../document/slip-differences'
import type { ChangeKind } from '../suggestions/changes'
import type { CorrectionCheck, Outcome, TextPlace, UnaskedChange } from './correction-check'

/** 未标而改 beside what became of marks. */
export type RowOutcome = Outcome | 'unasked'

/** In the order lists tell them: what needs a look first. */
export const rowOutcomes: readonly RowOutcome[] = ['missed', 'different', 'done', 'unasked']

/** One line of a 核红 list, in plain values, so that a list once signed is read for good as it was signed. `place` is in the later proof. */
export interface CorrectionRow {
  outcome: RowOutcome
  kind: ChangeKind
  removed: string
  added: string
  names: string[]
  values: [from: unknown, to: unknown] | null // of a field of the slip
  person: string // who made the mark; empty for what no mark asked for, as `pass`
  pass: string
  place: TextPlace | { field: keyof Slip }
}

/** Marks in reading order, then marked fields of the slip, then what no mark asked for. */
export function correctionRows({ marks, fields, unasked, unaskedFields }: CorrectionCheck): CorrectionRow[] {
  return [
    ...marks.map(({ change: { kind, removed, added, names, stamp }, outcome, place }): CorrectionRow => ({ outcome, kind, removed, added, names, values: null, person: stamp.person, pass: stamp.pass, place })),
    ...fields.map(({ change: { field, from, to, person, pass }, outcome }): CorrectionRow => ({ ...fieldRow({ field, from, to }), outcome, person, pass })),
    ...unasked.map((change): CorrectionRow => ({ outcome: 'unasked', kind: kindOf(change), removed: change.removed, added: change.added, names: [], values: null, person: '', pass: '', place: change.place })),
    ...unaskedFields.map(fieldRow),
  ]
}

const fieldRow = ({ field, from, to }: SlipDifference): CorrectionRow => ({ outcome: 'unasked', kind: 'slip', removed: '', added: '', names: [field], values: [from, to], person: '', pass: '', place: { field } })

/** Without a mark it is not known which words are a pair; the same words mean that only their look changed. */
function kindOf({ removed, added }: UnaskedChange): ChangeKind {
  if (removed === added) return 'look'
  return removed === '' ? 'insert' : added === '' ? 'delete' : 'replace'
}

export const countOf = (rows: readonly CorrectionRow[], outcome: RowOutcome) => rows.filter(row => row.outcome === outcome).length
