import type { Node } from '@tiptap/pm/model'
import { differences, readable } from './edit-script'
import { keyOf, linesOf, type Line } from './lines'
import { withMoves } from './moves'
import { paired, type LinePair } from './pairing'

export type RunKind = 'same' | 'removed' | 'added' | 'restyled'

/** Characters of a line that fared alike. Runs that moved have the number of their move, the same where they went. */
export interface Run { kind: RunKind, words: string, move?: number, before?: string, after?: string }

/** One line of two texts side by side. A look is the kind of block, what it stands in, and its attributes. */
export interface ComparedLine {
  kind: 'same' | 'changed' | 'removed' | 'added'
  part: string
  formerPart: string // differs from `part` when the block became another kind
  isLookChanged: boolean
  before: Line | null
  after: Line | null
  runs: Run[]
  move?: number // the whole line went elsewhere
}

/** What differs between two texts, each as it will be printed: lines in order, moves recognised, formatting told from words. */
export function compareTexts(before: Node, after: Node): ComparedLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  const pairs: LinePair[] = []
  let [a, b] = [0, 0]
  for (const { fromA, toA, fromB, toB } of differences(old.map(keyOf), fresh.map(keyOf))) {
    pairs.push(...same(old, fresh, a, fromA, b), ...paired(old.slice(fromA, toA), fresh.slice(fromB, toB)))
    ;[a, b] = [toA, toB]
  }
  return withMoves([...pairs, ...same(old, fresh, a, old.length, b)].map(compared))
}

const same = (old: Line[], fresh: Line[], from: number, to: number, start: number): LinePair[] =>
  old.slice(from, to).map((line, index) => ({ before: line, after: fresh[start + index]! }))

function compared({ before, after }: LinePair): ComparedLine {
  const { part } = (after ?? before)!
  const formerPart = (before ?? after)!.part
  if (!before || !after) {
    const line = (after ?? before)!
    const kind = after ? 'added' : 'removed'
    return { kind, part, formerPart, isLookChanged: false, before: before ?? null, after: after ?? null, runs: line.words.length > 0 ? [{ kind, words: line.words.join('') }] : [] }
  }
  const runs = runsOf(before, after)
  const isLookChanged = before.look !== after.look
  return { kind: isLookChanged || runs.some(({ kind }) => kind !== 'same') ? 'changed' : 'same', part, formerPart, isLookChanged, before, after, runs }
}

function runsOf(before: Line, after: Line): Run[] {
  const runs: Run[] = []
  let [a, b] = [0, 0]
  for (const { fromA, toA, fromB, toB } of readable(differences(before.words, after.words), before.words, after.words)) {
    runs.push(...keptRuns(before, after, a, fromA, b))
    if (toA > fromA) runs.push({ kind: 'removed', words: before.words.slice(fromA, toA).join('') })
    if (toB > fromB) runs.push({ kind: 'added', words: after.words.slice(fromB, toB).join('') })
    ;[a, b] = [toA, toB]
  }
  return [...runs, ...keptRuns(before, after, a, before.words.length, b)]
}

/** Words that stayed, divided where their formatting did not. */
function keptRuns(before: Line, after: Line, from: number, to: number, start: number): Run[] {
  const runs: Run[] = []
  for (let index = from; index < to; index++) {
    const [old, fresh] = [before.styles[index]!, after.styles[start + index - from]!]
    const run: Run = old === fresh ? { kind: 'same', words: '' } : { kind: 'restyled', words: '', before: old, after: fresh }
    const last = runs.at(-1)
    const open = last?.kind === run.kind && last.before === run.before && last.after === run.after ? last : run
    if (open === run) runs.push(run)
    open.words += before.words[index]!
  }
  return runs
}

/** How many places differ. */
export const placesIn = (lines: readonly ComparedLine[]) =>
  lines.reduce((sum, { kind, runs, isLookChanged }) => sum + (kind === 'added' || kind === 'removed' ? 1 : Number(isLookChanged) + runs.filter((run, index) => run.kind !== 'same' && !(run.kind === 'added' && runs[index - 1]?.kind === 'removed')).length), 0)
