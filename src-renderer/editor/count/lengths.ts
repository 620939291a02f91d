import type { Node } from '@tiptap/pm/model'
import { addCounts, countCharacters, noCharacters, type Count } from '../../../src-main/common/document/count'
import { isDeckType, textOf, type PartCounts } from '../../../src-main/common/document/text'
import { viewOf } from '../../../src-main/common/suggestions/views'

/** Counts a story as `countParts` does; a block counted once is not counted again until it changes. */
export function lengthCounter(): (doc: Node) => PartCounts {
  const known = new WeakMap<Node, Count>()

  function countOf(node: Node): Count {
    const kept = known.get(node)
    if (kept) return kept
    const count = countCharacters(textOf(node))
    known.set(node, count)
    return count
  }

  return doc => {
    const counts: PartCounts = { kicker: noCharacters, headline: noCharacters, subhead: noCharacters, body: noCharacters, total: noCharacters }
    viewOf(doc, 'final').forEach(node => {
      const part = isDeckType(node.type.name) ? node.type.name : 'body'
      counts[part] = addCounts(counts[part], countOf(node))
      counts.total = addCounts(counts.total, countOf(node))
    })
    return counts
  }
}

export type LengthVerdict = { kind: 'unplanned' } | { kind: 'within' } | { kind: 'over' | 'short', by: number }

/** How a length stands to the planned one, with a band of `tolerance` percent around it; `by` is the distance from the plan itself. */
export function judgeLength(length: number, planned: number | null, tolerance: number): LengthVerdict {
  if (!planned) return { kind: 'unplanned' }
  if (Math.abs(length - planned) * 100 <= planned * tolerance) return { kind: 'within' }
  return length > planned ? { kind: 'over', by: length - planned } : { kind: 'short', by: planned - length }
}
