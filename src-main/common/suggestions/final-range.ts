import type { Node } from '@tiptap/pm/model'
import { positionOfFinal } from './final-places'

/** A stretch of a top-level node's final text, or with equal ends a place in it; offsets count characters (UTF-16 units) and line breaks, nested text concatenated. */
export interface FinalStretch { block: number, from: number, to: number }

/** The range of the document that holds a stretch of its final text; undefined when there is no such stretch, or none of a character. */
export function finalRange(doc: Node, { block, from, to }: FinalStretch): { from: number, to: number } | undefined {
  const [start, end] = [positionOfFinal(doc, { block, offset: from }), positionOfFinal(doc, { block, offset: to }, 'after')]
  return start === undefined || end === undefined || from >= to ? undefined : { from: start, to: end }
}
