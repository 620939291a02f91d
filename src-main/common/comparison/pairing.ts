import type { Line } from './lines'

/** A line and what became of it; one side is missing when it came or went. */
export interface LinePair { before?: Line, after?: Line }

const least = 0.35 // share of neighbouring characters two lines have in common to be one line edited
const mostPairs = 40_000 // beyond this many combinations lines are paired as they come

/** Pairs the lines of a stretch that changed, in order, so that what is alike stands side by side. */
export function paired(before: Line[], after: Line[]): LinePair[] {
  if (before.length * after.length > mostPairs) return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => pairOf(before[index], after[index]))
  const gain = gains(before, after)
  const pairs: LinePair[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    const likeness = likenessOf(before[i]!, after[j]!)
    if (likeness > 0 && gain[i]![j] === likeness + gain[i + 1]![j + 1]!) pairs.push({ before: before[i++]!, after: after[j++]! })
    else if (gain[i]![j] === gain[i + 1]![j]!) pairs.push({ before: before[i++]! })
    else pairs.push({ after: after[j++]! })
  }
  return [...pairs, ...before.slice(i).map(line => ({ before: line })), ...after.slice(j).map(line => ({ after: line }))]
}

const pairOf = (before: Line | undefined, after: Line | undefined): LinePair => ({ ...before && { before }, ...after && { after } })

/** The best sum of likenesses from each pair on. */
function gains(before: Line[], after: Line[]): number[][] {
  const gain = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const likeness = likenessOf(before[i]!, after[j]!)
      gain[i]![j] = Math.max(gain[i + 1]![j]!, gain[i]![j + 1]!, likeness > 0 ? likeness + gain[i + 1]![j + 1]! : 0)
    }
  }
  return gain
}

const deckParts = ['kicker', 'headline', 'subhead', 'caption', 'credit', 'figure']

/** 0: two lines; up to 1: one. Deck lines of one kind are always one line edited. */
function likenessOf(a: Line, b: Line): number {
  const share = a.words.length + b.words.length < 2 ? 1 : 2 * common(bigrams(a), bigrams(b)) / Math.max(1, a.words.length + b.words.length - 2)
  if (a.part === b.part && deckParts.includes(a.part)) return Math.max(share, least)
  return share >= least && (a.words.length > 0 || a.part === b.part) ? share : 0
}

function bigrams({ words }: Line): Map<string, number> {
  const counts = new Map<string, number>()
  for (let index = 1; index < words.length; index++) counts.set(words[index - 1]! + words[index]!, (counts.get(words[index - 1]! + words[index]!) ?? 0) + 1)
  return counts
}

const common = (a: Map<string, number>, b: Map<string, number>) => [...a].reduce((sum, [pair, count]) => sum + Math.min(count, b.get(pair) ?? 0), 0)
