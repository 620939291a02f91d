import type { StepMap } from '@tiptap/pm/transform'

/** A stretch of the document before a transaction (A) and what stands in its place after it (B). */
export interface ChangedRange { fromA: number, toA: number, fromB: number, toB: number }

/** What a row of steps replaced, in order and apart from each other. */
export function changedRanges(maps: readonly StepMap[]): ChangedRange[] {
  let ranges: ChangedRange[] = []
  for (const map of maps) {
    const replaced: [number, number, number][] = []
    map.forEach((start, end, newStart, newEnd) => replaced.unshift([start, end, newEnd - newStart]))
    for (const [start, end, size] of replaced) ranges = withReplaced(ranges, start, end, size)
  }
  return ranges
}

function withReplaced(ranges: ChangedRange[], start: number, end: number, size: number): ChangedRange[] {
  const before = ranges.filter(range => range.toB < start)
  const touched = ranges.filter(range => range.toB >= start && range.fromB <= end)
  const moved = size - (end - start)
  const after = ranges.filter(range => range.fromB > end).map(range => ({ ...range, fromB: range.fromB + moved, toB: range.toB + moved }))
  return [...before, joined(touched, before.at(-1), start, end, moved), ...after]
}

function joined(touched: ChangedRange[], previous: ChangedRange | undefined, start: number, end: number, moved: number): ChangedRange {
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) {
    const shift = previous ? previous.toB - previous.toA : 0
    return { fromA: start - shift, toA: end - shift, fromB: start, toB: end + moved }
  }
  return {
    fromA: first.fromA - Math.max(0, first.fromB - start),
    toA: last.toA + Math.max(0, end - last.toB),
    fromB: Math.min(start, first.fromB),
    toB: Math.max(end, last.toB) + moved,
  }
}
