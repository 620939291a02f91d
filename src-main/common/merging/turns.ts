import type { Stamp } from '../document/stamp'

/** The changes of one thing (a style of some text, the look of a node) from what it was, in order; each with what it made of it. */
export interface Row<Value> { origin: Value, turns: { stamp: Stamp, after: Value }[] }

/** What was there before each turn, and what is there now. */
export const valuesOf = <Value>({ origin, turns }: Row<Value>): Value[] => [origin, ...turns.map(({ after }) => after)]

/** The row in which the changes of both copies stand, those both know first. What either took back is gone; the origin stays what it was. */
export function mergedRow<Value>(base: Row<Value>, a: Row<Value>, b: Row<Value>): Row<Value> {
  const known = new Set(base.turns.map(({ stamp }) => stamp.id))
  const kept = base.turns.flatMap(({ stamp, after }) => {
    const [inA, inB] = [a, b].map(({ turns }) => turns.find(turn => turn.stamp.id === stamp.id))
    return inA && inB ? [{ stamp, after: merged(after, inA.after, inB.after) }] : []
  })
  const [first, second] = [a, b].map(({ turns }) => turns.filter(({ stamp }) => !known.has(stamp.id))).sort((x, y) => compare(x[0]?.stamp.id ?? '', y[0]?.stamp.id ?? '')) as [Row<Value>['turns'], Row<Value>['turns']]
  const fresh = [...first, ...second.filter(({ stamp }) => !first.some(turn => turn.stamp.id === stamp.id))]
  return { origin: merged(base.origin, a.origin, b.origin), turns: [...kept, ...fresh] }
}

/** The value a copy changed; when both did, always the same one of the two. */
export function merged<Value>(base: Value, a: Value, b: Value): Value {
  if (isSame(a, base)) return b
  if (isSame(b, base)) return a
  return compare(worded(a), worded(b)) < 0 ? a : b
}

export const compare = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0

const isSame = (a: unknown, b: unknown) => a === b || worded(a) === worded(b)

/** In words that do not depend on the order of an object's fields. */
export function worded(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => compare(x, y))) : part) ?? ''
}
