import type { Node } from '@tiptap/pm/model'
import { isSuggestion } from './marks'
import type { PlannedRange } from './plan'

/**
 * Leaves out of a change within one block the suggested characters around the selection that did not change. The view reads back what an input method
 * writes, and with it words marked deleted nearby, whose marks it then takes for a difference. Words that were selected are meant.
 */
export function trimmed(range: PlannedRange, before: Node, after: Node, { from, to }: { from: number, to: number }): PlannedRange {
  if (range.kind !== 'inline' || range.fromA === range.toA || range.fromB === range.toB) return range
  const [old, fresh] = [charactersOf(before, range.fromA, range.toA), charactersOf(after, range.fromB, range.toB)]
  const [mostLeft, mostRight] = [Math.min(fresh.length, old.filter(({ end }) => end <= from).length), old.filter(({ end, text }) => end - text.length >= to).length]
  let [left, right] = [0, 0]
  while (left < mostLeft && isKept(old[left]!, fresh[left]!)) left++
  while (right < Math.min(mostRight, old.length - left, fresh.length - left) && isKept(old.at(-1 - right)!, fresh.at(-1 - right)!)) right++
  const [start, end] = [sizeOf(old.slice(0, left)), sizeOf(old.slice(old.length - right))]
  return { ...range, fromA: range.fromA + start, toA: range.toA - end, fromB: range.fromB + start, toB: range.toB - end }
}

interface Character { text: string, isSuggested: boolean, end: number }

const isKept = (old: Character, fresh: Character) => old.isSuggested && old.text === fresh.text && old.text !== ''

const sizeOf = (characters: Character[]) => characters.reduce((sum, { text }) => sum + text.length, 0)

/** Whole characters, so that none is cut in two; what is no text is never alike. */
function charactersOf(doc: Node, from: number, to: number): Character[] {
  const characters: Character[] = []
  let end = from
  doc.slice(from, to).content.forEach(node => {
    if (!node.isText) characters.push({ text: '', isSuggested: false, end: end += node.nodeSize })
    else for (const text of node.text!) characters.push({ text, isSuggested: node.marks.some(isSuggestion), end: end += text.length })
  })
  return characters
}
