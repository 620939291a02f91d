import type * as Y from 'yjs'
import { slipFields, type Slip } from '../document/slip'
import { readSlip } from '../document/slip-map'
import { isSameValue } from '../document/same-value'
import { readSlipChanges, writeSlipChange, type SlipChange } from '../suggestions/slip-changes'

/** A field that both copies changed, each to something else: Yjs kept one value and lost the other. */
export interface SlipConflict { field: keyof Slip, kept: Slip[keyof Slip], lost: Slip[keyof Slip] }

/** The fields of the slip that two copies of `base` changed differently; `both` is what Yjs made of them. */
export function slipConflicts(base: Y.Doc, ours: Y.Doc, theirs: Y.Doc, both: Y.Doc): SlipConflict[] {
  const [before, here, there, merged] = [base, ours, theirs, both].map(readSlip) as [Slip, Slip, Slip, Slip]
  return slipFields
    .filter(field => !isSameValue(here[field], there[field]) && !isSameValue(here[field], before[field]) && !isSameValue(there[field], before[field]))
    .map(field => ({ field, kept: merged[field], lost: isSameValue(merged[field], here[field]) ? there[field] : here[field] }))
}

/** Has each value that was kept stand as a change of the one that was lost, which can so be put back; a change that was not tracked is nobody's. */
export function keepLostValues(doc: Y.Doc, conflicts: readonly SlipConflict[]): void {
  for (const { field, kept, lost } of conflicts) {
    const changes = readSlipChanges(doc).filter(change => change.field === field)
    const made = (value: unknown): SlipChange | undefined => changes.filter(({ to }) => isSameValue(to, value)).at(-1)
    const winner = made(kept) ?? { person: '', role: '', pass: 'draft', field, from: lost, to: kept, at: 0 }
    writeSlipChange(doc, { ...winner, from: lost, at: Math.max(winner.at, (made(lost)?.at ?? 0) + 1) })
  }
}
