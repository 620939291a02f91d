const mostCompared = 4_000_000

/** For each of `a` the place in `b` of the equal text that is its partner, in order; -1 for none. */
export function aligned(a: readonly string[], b: readonly string[]): number[] {
  const partner = new Array<number>(a.length).fill(-1)
  let [start, aEnd, bEnd] = [0, a.length, b.length]
  while (start < aEnd && start < bEnd && a[start] === b[start]) partner[start] = start++
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) partner[--aEnd] = --bEnd
  if ((aEnd - start) * (bEnd - start) > mostCompared) return partner
  const longest = Array.from({ length: aEnd - start + 1 }, () => new Uint32Array(bEnd - start + 1))
  for (let i = aEnd - start - 1; i >= 0; i--) {
    for (let j = bEnd - start - 1; j >= 0; j--) {
      longest[i]![j] = a[start + i] === b[start + j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
    }
  }
  for (let [i, j] = [0, 0]; i < aEnd - start && j < bEnd - start;) {
    if (a[start + i] === b[start + j]) partner[start + i++] = start + j++
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++
    else j++
  }
  return partner
}
