import type { Node } from '@tiptap/pm/model'
import type { Change } from '../../common/suggestions/changes'
import { deletionOf, insertionOf } from '../../common/suggestions/marks'

/** Words of one block that change places: those from `from` with those from `middle` to `to`; offsets into the block's content. */
export interface Transposition { id: string, pass: string, from: number, middle: number, to: number }

interface Piece { kind: 'deleted' | 'inserted', from: number, to: number }

/** The transpositions that lie whole in this block. */
export function transpositionsIn(block: Node, changes: ReadonlyMap<string, Change>): Transposition[] {
  const pieces = new Map<string, Piece[]>()
  let offset = 0
  block.forEach(child => {
    const [inserted, deleted] = [insertionOf(child), deletionOf(child)]
    const stamp = inserted ?? deleted
    if (stamp && changes.get(stamp.id)?.kind === 'transpose') {
      pieces.set(stamp.id, [...pieces.get(stamp.id) ?? [], { kind: inserted ? 'inserted' : 'deleted', from: offset, to: offset + child.nodeSize }])
    }
    offset += child.nodeSize
  })
  return [...pieces].flatMap(([id, parts]) => turned(parts, changes.get(id)!))
}

function turned(parts: Piece[], { stamp: { id, pass }, removed, added }: Change): Transposition[] {
  const [inserted, deleted] = [parts.filter(({ kind }) => kind === 'inserted'), parts.filter(({ kind }) => kind === 'deleted')]
  if (inserted.length === 0 || deleted.length === 0) return []
  const [from, to, place] = [deleted[0]!.from, deleted.at(-1)!.to, inserted[0]!.from]
  if (removed === added) return [place < from ? { id, pass, from: inserted.at(-1)!.to, middle: from, to } : { id, pass, from, middle: to, to: place }]
  const first = Array.from({ length: removed.length }, (_, index) => index).find(index => index > 0 && removed.slice(index) + removed.slice(0, index) === added)
  return first === undefined ? [] : [{ id, pass, from, middle: from + first, to }]
}
