/** Units [fromA, toA) of one list that stand as [fromB, toB) in the other. */
export interface Difference { fromA: number, toA: number, fromB: number, toB: number }

const mostEdits = 1500 // beyond this many, what lies between the common ends counts as one difference

/** The shortest edit script from `a` to `b` (Myers, An O(ND) Difference Algorithm, 1986), in order. */
export function differences(a: readonly string[], b: readonly string[], most = mostEdits): Difference[] {
  const { start, end } = commonEnds(a, b)
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (x.length === 0 && y.length === 0) return []
  const whole = [{ fromA: 0, toA: x.length, fromB: 0, toB: y.length }]
  const found = x.length === 0 || y.length === 0 ? whole : gapsBetween(keptPairs(x, y, most) ?? [], x.length, y.length)
  return found.map(({ fromA, toA, fromB, toB }) => ({ fromA: fromA + start, toA: toA + start, fromB: fromB + start, toB: toB + start }))
}

function commonEnds(a: readonly string[], b: readonly string[]): { start: number, end: number } {
  const most = Math.min(a.length, b.length)
  let [start, end] = [0, 0]
  while (start < most && a[start] === b[start]) start++
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return { start, end }
}

/** Units that stay, as pairs of indexes; undefined when it takes more than `most` edits. */
function keptPairs(a: readonly string[], b: readonly string[], most: number): [number, number][] | undefined {
  const middle = Math.min(a.length + b.length, most) + 1
  const farthest = new Int32Array(2 * middle + 1)
  const steps: Int32Array[] = []
  for (let edits = 0; edits < middle; edits++) {
    steps.push(farthest.slice())
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOf(farthest, middle, diagonal, edits)
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      farthest[middle + diagonal] = x
      if (x >= a.length && x - diagonal >= b.length) return walkedBack(steps, middle, a.length, b.length)
    }
  }
  return undefined
}

const isDown = (farthest: Int32Array, middle: number, diagonal: number, edits: number) =>
  diagonal === -edits || (diagonal !== edits && farthest[middle + diagonal - 1]! < farthest[middle + diagonal + 1]!)

const startOf = (farthest: Int32Array, middle: number, diagonal: number, edits: number) =>
  isDown(farthest, middle, diagonal, edits) ? farthest[middle + diagonal + 1]! : farthest[middle + diagonal - 1]! + 1

function walkedBack(steps: Int32Array[], middle: number, lengthA: number, lengthB: number): [number, number][] {
  const pairs: [number, number][] = []
  let [x, y] = [lengthA, lengthB]
  for (let edits = steps.length - 1; edits >= 0; edits--) {
    const [farthest, diagonal] = [steps[edits]!, x - y]
    const former = isDown(farthest, middle, diagonal, edits) ? diagonal + 1 : diagonal - 1
    const [formerX, formerY] = edits === 0 ? [0, 0] : [farthest[middle + former]!, farthest[middle + former]! - former]
    while (x > formerX && y > formerY) pairs.push([--x, --y])
    ;[x, y] = [formerX, formerY]
  }
  return pairs.reverse()
}

function gapsBetween(pairs: [number, number][], lengthA: number, lengthB: number): Difference[] {
  const gaps: Difference[] = []
  let [a, b] = [0, 0]
  for (const [toA, toB] of [...pairs, [lengthA, lengthB] as const]) {
    if (toA > a || toB > b) gaps.push({ fromA: a, toA, fromB: b, toB })
    ;[a, b] = [toA + 1, toB + 1]
  }
  return gaps
}

const chance = 3 // characters: so few may stay the same by chance between two larger changes

/** The same differences as people read them: what only chance characters keep apart is run together, and what came or went begins after a mark where it may. */
export function readable(found: readonly Difference[], a: readonly string[], b: readonly string[]): Difference[] {
  const out: Difference[] = []
  found.forEach((each, index) => {
    const last = out.at(-1)
    const kept = last ? each.fromA - last.toA : 0
    if (last && kept <= chance && kept < sizeOf(last) && kept < sizeOf(each)) out[out.length - 1] = { ...last, toA: each.toA, toB: each.toB }
    else out.push(slid(each, a, b, found[index + 1]?.fromA ?? a.length))
  })
  return out
}

/** 救治[。雨停了]。 is 救治。[雨停了。] */
function slid(found: Difference, a: readonly string[], b: readonly string[], limit: number): Difference {
  const [list, from, to] = found.fromA === found.toA ? [b, found.fromB, found.toB] : [a, found.fromA, found.toA]
  if (found.fromA !== found.toA && found.fromB !== found.toB) return found
  for (let by = 1; found.toA + by <= limit && list[from + by - 1] === list[to + by - 1]; by++) {
    if (/[，。；：？！、\n]/.test(list[from + by - 1]!)) return { fromA: found.fromA + by, toA: found.toA + by, fromB: found.fromB + by, toB: found.toB + by }
  }
  return found
}

const sizeOf = ({ fromA, toA, fromB, toB }: Difference) => Math.max(toA - fromA, toB - fromB)

/** How many units were taken out and put in. */
export const costOf = (found: readonly Difference[]) => found.reduce((sum, { fromA, toA, fromB, toB }) => sum + toA - fromA + toB - fromB, 0)
