import type * as Y from 'yjs'
import { isBy, type Author, type Stamp } from '../document/stamp'
import { slipFields, type Slip } from '../document/slip'
import { readSlip, slipMap } from '../document/slip-map'
import { isSameValue } from '../document/same-value'
import type { Judge } from './resolve'
import { settledTurns } from './settle'

export type SlipField = keyof Slip

/**
 * What an author made of one field of the slip: the value they found, the one they left, and when (Unix milliseconds).
 * `turn` is its place among the changes of the field: somebody who changes it again after others has a turn of their own. Records of earlier programs lack it.
 */
export interface SlipChange<F extends SlipField = SlipField> extends Author { field: F, from: Slip[F], to: Slip[F], at: number, turn?: number }

/** Origin of what the person at the desk decided about slip changes, or restored of a slip: that can be undone. */
export const slipOrigin = 'slip'

/** One entry per field, person, pass and turn: what is changed twice in a turn was changed once, what is changed back was not changed. */
export const slipChangesMap = (doc: Y.Doc) => doc.getMap<SlipChange>('slipChanges')
const turnOf = ({ turn = 0 }: Pick<SlipChange, 'turn'>) => turn
const keyOf = (change: Pick<SlipChange, 'field' | 'person' | 'pass' | 'turn'>) => [change.field, change.pass, change.person, ...turnOf(change) > 0 ? [turnOf(change)] : []].join(':')

/** A slip change as decisions name it, whichever turn it has. */
export function slipStamp({ field, person, role, pass, at }: SlipChange): Stamp {
  return { id: ['slip', field, pass, person, at].join(':'), person, role, pass, at }
}

/** Changes made while tracking, oldest first. */
export function readSlipChanges(doc: Y.Doc): SlipChange[] {
  return [...slipChangesMap(doc).values()].sort((a, b) => a.at - b.at || turnOf(a) - turnOf(b))
}

/** Sets a field of the slip untracked, over whatever was open about it. */
export function writePlainField<F extends SlipField>(doc: Y.Doc, field: F, to: Slip[F]): void {
  doc.transact(() => {
    slipMap(doc).set(field, to)
    for (const { change } of turnsOf(doc, field)) slipChangesMap(doc).delete(keyOf(change))
  })
}

/** The slip as it was before its tracked changes. */
export function originalSlip(doc: Y.Doc): Slip {
  const changed = slipFields.flatMap(field => turnsOf(doc, field).slice(0, 1).map(({ before }) => [field, before] as const))
  return { ...readSlip(doc), ...Object.fromEntries(changed) }
}

/** Writes a change down, in place of the one its author made of that field in that pass and turn; the slip stays as it is. */
export function writeSlipChange(doc: Y.Doc, change: SlipChange): void {
  slipChangesMap(doc).set(keyOf(change), change)
}

/** Sets a field of the slip as a tracked change of `author`. */
export function writeTrackedField<F extends SlipField>(doc: Y.Doc, field: F, to: Slip[F], from: Slip[F], author: Author, at = Date.now()): void {
  const [changes, turns] = [slipChangesMap(doc), turnsOf(doc, field)]
  const last = turns.at(-1)
  const own = last && isBy(last, author) ? last : undefined
  const change: SlipChange = own ? { ...own.change, ...author, to, at } : { ...author, field, from, to, at, ...last ? { turn: 1 + Math.max(...turns.map(({ change }) => turnOf(change))) } : {} }
  doc.transact(() => {
    slipMap(doc).set(field, to)
    if (isSameValue(own ? own.before : from, to)) changes.delete(keyOf(change))
    else changes.set(keyOf(change), change)
  })
}

/**
 * Decides the changes of the slip as `judge` says, as those of styles are decided: to accept one settles those before it, to reject one lets the next begin
 * where it began. A value that is none of the changes' stays.
 */
export function decideSlipChanges(doc: Y.Doc, judge: Judge): void {
  doc.transact(() => {
    for (const field of slipFields) decideField(doc, field, judge)
  }, slipOrigin)
}

function decideField(doc: Y.Doc, field: SlipField, judge: Judge): void {
  const turns = turnsOf(doc, field)
  if (turns.every(turn => judge(turn) === 'keep')) return
  const made = turns.at(-1)!.change.to
  const { left, current } = settledTurns<Slip[SlipField], SlipTurn>(turns, made, judge)
  const changes = slipChangesMap(doc)
  for (const { change } of turns) changes.delete(keyOf(change))
  for (const change of inTurns(left)) changes.set(keyOf(change), change)
  if (!isSameValue(current, made) && isSameValue(readSlip(doc)[field], made)) slipMap(doc).set(field, current)
}

/** One change of a field in its turn, with what was there before it. */
interface SlipTurn extends Stamp { change: SlipChange, before: Slip[SlipField] }

/**
 * The open changes of a field, one after the other. Copies that met may bring two of the same turn, or one changed further behind later ones:
 * whose value stands was last, and each begins where the one before it ended.
 */
function turnsOf(doc: Y.Doc, field: SlipField): SlipTurn[] {
  const [changes, stands] = [readSlipChanges(doc).filter(change => change.field === field).sort((a, b) => turnOf(a) - turnOf(b)), readSlip(doc)[field]]
  const last = changes.filter(({ to }) => isSameValue(to, stands)).at(-1)
  const row = last ? [...changes.filter(change => change !== last), last] : changes
  return row.map((change, index) => ({ ...slipStamp(change), change, before: index > 0 ? row[index - 1]!.to : changes[0]!.from }))
}

/** Changes as they are recorded, each in a turn of its own. */
function inTurns(turns: SlipTurn[]): SlipChange[] {
  let next = 0
  return turns.map(({ change, before }) => {
    const turn = Math.max(next, turnOf(change))
    next = turn + 1
    return { ...change, from: before, ...turn > 0 ? { turn } : {} }
  })
}

/** Makes the slip what it is in another copy of the story, with what is open there. */
export function restoreSlip(doc: Y.Doc, wanted: Y.Doc): void {
  const [changes, slip] = [slipChangesMap(doc), readSlip(wanted)]
  doc.transact(() => {
    for (const field of slipFields) if (!isSameValue(readSlip(doc)[field], slip[field])) slipMap(doc).set(field, slip[field])
    for (const key of changes.keys()) if (!slipChangesMap(wanted).has(key)) changes.delete(key)
    for (const [key, change] of slipChangesMap(wanted)) if (!isSameValue(changes.get(key), change)) changes.set(key, change)
  }, slipOrigin)
}

/** Calls back when slip changes come or go; returns the function that ends it. */
export function followSlipChanges(doc: Y.Doc, listener: () => void): () => void {
  const changes = slipChangesMap(doc)
  changes.observe(listener)
  return () => changes.unobserve(listener)
}
