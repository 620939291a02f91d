import type * as Y from 'yjs'
import { slipDifferences, type SlipDifference } from '../document/slip-differences'
import { readSlip } from '../document/slip-map'
import { readText } from '../document/story-doc'
import { textOf } from '../document/text'
import { viewOf } from '../suggestions/views'
import { stateOf } from './signed-state'

/** One thing that moved since a signature: words of a block (`part` is its type, `number` counts its like from 1), only its formatting, or a field of the slip. */
export type LateChange =
  | { kind: 'text', part: string, number: number, removed: string, added: string }
  | { kind: 'format', part: string, number: number }
  | { kind: 'slip' } & SlipDifference

interface Line { part: string, number: number, words: string, state: string }

/** What differs between the signed text and the text of now, as it will be printed: block by block, each cut down to the words that changed. */
export function lateChanges(signed: Y.Doc, now: Y.Doc): LateChange[] {
  return [...lineChanges(linesOf(signed), linesOf(now)), ...slipDifferences(readSlip(signed), readSlip(now)).map((difference): LateChange => ({ kind: 'slip', ...difference }))]
}

function linesOf(doc: Y.Doc): Line[] {
  const counts = new Map<string, number>()
  return viewOf(readText(doc), 'final').children.map(node => {
    const part = node.type.name
    counts.set(part, (counts.get(part) ?? 0) + 1)
    return { part, number: counts.get(part)!, words: textOf(node), state: stateOf(node) }
  })
}

function lineChanges(before: Line[], after: Line[]): LateChange[] {
  const changes: LateChange[] = []
  let [from, to] = [0, 0]
  for (const [keptBefore, keptAfter] of [...commonLines(before, after), [before.length, after.length] as const]) {
    changes.push(...gapChanges(before.slice(from, keptBefore), after.slice(to, keptAfter)))
    from = keptBefore + 1
    to = keptAfter + 1
  }
  return changes
}

/** What stands between two unchanged blocks: paired in order, the rest is whole blocks gone or come. */
function gapChanges(before: Line[], after: Line[]): LateChange[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index): LateChange => {
    const [old, fresh] = [before[index], after[index]]
    const { part, number } = (fresh ?? old)!
    if (old?.words === fresh?.words) return { kind: 'format', part, number }
    return { kind: 'text', part, number, ...changedWords(old?.words ?? '', fresh?.words ?? '') }
  })
}

/** The longest common subsequence of equal blocks, as pairs of indexes. */
function commonLines(before: Line[], after: Line[]): [number, number][] {
  const isSame = (i: number, j: number) => before[i]!.state === after[j]!.state
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) lengths[i]![j] = isSame(i, j) ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (isSame(i, j)) pairs.push([i++, j++])
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return pairs
}

/** The words between the common beginning and the common end; never half a character. */
export function changedWords(before: string, after: string): { removed: string, added: string } {
  const [old, fresh] = [[...before], [...after]]
  let start = 0
  while (start < Math.min(old.length, fresh.length) && old[start] === fresh[start]) start++
  let end = 0
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end)) end++
  return { removed: old.slice(start, old.length - end).join(''), added: fresh.slice(start, fresh.length - end).join('') }
}
