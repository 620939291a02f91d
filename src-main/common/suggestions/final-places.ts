import type { Node } from '@tiptap/pm/model'
import { suggestionOf } from '../document/node-suggestion'
import { deletionOf, hasSuggestions } from './marks'
import { finalNode, viewOf } from './views'

/** A place in the final text: a top-level node of it, and how many characters and line breaks of that node come before. */
export interface FinalPlace { block: number, offset: number }

export interface Piece { from: number, to: number }

/** A stretch of characters, or one line break, that the final text keeps, in the document with its suggestions. */
interface Kept { from: number, length: number }

/**
 * Where a place of the final text is in the document with its suggestions: before the character that stands there, or `after` the one before it.
 * Undefined when the final text has no such place.
 */
export function positionOfFinal(doc: Node, { block, offset }: FinalPlace, side: 'before' | 'after' = 'before'): number | undefined {
  const final = viewOf(doc, 'final')
  const node = final.maybeChild(block)
  if (!node || offset < 0 || offset > lengthOf(node)) return
  if (lengthOf(node) === 0) return startOfFinal(doc, block)
  const isAfter = side === 'after' && offset > 0 || offset === lengthOf(node)
  let left = lengthBefore(final, block) + offset - (isAfter ? 1 : 0)
  for (const { from, length } of keptIn(doc)) {
    if (left < length) return from + left + (isAfter ? 1 : 0)
    left -= length
  }
}

/**
 * The pieces of the document that hold stretches of its final text, without what is suggested to go in between. Stretches are given by the characters and
 * line breaks of the whole final text before their ends, in order, and hold at least one.
 */
export function piecesOfFinal(doc: Node, stretches: readonly { from: number, to: number }[]): Piece[][] {
  const found: Piece[][] = stretches.map(() => [])
  let [before, first] = [0, 0]
  for (const { from, length } of keptIn(doc)) {
    while (first < stretches.length && stretches[first]!.to <= before) first++
    for (let index = first; index < stretches.length && stretches[index]!.from < before + length; index++) {
      const [start, end] = [Math.max(0, stretches[index]!.from - before), Math.min(length, stretches[index]!.to - before)]
      addPiece(found[index]!, { from: from + start, to: from + end })
    }
    before += length
  }
  return found
}

/** A piece that begins where the last one ends makes it longer. */
function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (last?.to === piece.from) last.to = piece.to
  else pieces.push(piece)
}

/** The place in the final text of a position in the document; what is suggested to go counts as the place where it was. */
export function finalPlaceAt(doc: Node, position: number): FinalPlace | undefined {
  const final = viewOf(doc, 'final')
  const sources = finalBlocks(doc)
  const index = doc.resolve(position).index(0)
  const block = sources[index] ?? sources.slice(0, index).reverse().find(source => source !== undefined) ?? sources.find(source => source !== undefined)
  if (block === undefined) return
  let before = 0
  for (const { from, length } of keptIn(doc)) before += Math.min(length, Math.max(0, position - from))
  const offset = before - lengthBefore(final, block)
  return { block, offset: Math.min(lengthOf(final.child(block)), Math.max(0, offset)) }
}

/** For each top-level node of the document the one of the final text it is in; none for those that go. As `settledChildren` does. */
function finalBlocks(doc: Node): (number | undefined)[] {
  if (!hasSuggestions(doc)) return doc.children.map((_, index) => index)
  let [count, isLastTextblock] = [0, false]
  return doc.children.map(child => {
    const settled = finalNode(child)
    if (!settled) return
    const runsOn = suggestionOf(child).deleted !== undefined
    if (runsOn && settled.content.size === 0) return
    if (!(runsOn && isLastTextblock)) count += 1
    isLastTextblock = settled.isTextblock
    return count - 1
  })
}

/** Into an empty node of the final text; before one that holds no words. */
function startOfFinal(doc: Node, block: number): number | undefined {
  const index = finalBlocks(doc).indexOf(block)
  if (index < 0) return
  let start = 0
  for (let before = 0; before < index; before++) start += doc.child(before).nodeSize
  return start + (doc.child(index).isLeaf ? 0 : 1)
}

/** In the order of the text. */
function keptIn(doc: Node): Kept[] {
  const kept: Kept[] = []
  doc.descendants((node, from) => {
    if (!node.isInline) return node.isTextblock || suggestionOf(node).deleted === undefined
    if (!deletionOf(node)) kept.push({ from, length: lengthOf(node) })
    return false
  })
  return kept
}

const lengths = new WeakMap<Node, number>()

/** Characters and line breaks of a node; a node is counted once only. */
function lengthOf(node: Node): number {
  if (node.isText) return node.text!.length
  if (node.isLeaf) return node.type.name === 'lineBreak' ? 1 : 0
  const known = lengths.get(node)
  if (known !== undefined) return known
  const length = node.children.reduce((sum, child) => sum + lengthOf(child), 0)
  lengths.set(node, length)
  return length
}

function lengthBefore(final: Node, block: number): number {
  let length = 0
  for (let index = 0; index < block; index++) length += lengthOf(final.child(index))
  return length
}
