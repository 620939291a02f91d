import type { Node } from '@tiptap/pm/model'
import { deletionOf } from '../suggestions/marks'
import { viewOf } from '../suggestions/views'

/** Where the words of a comment stand; `isDeleted` when every one of them is marked deleted. */
export interface Anchor { from: number, to: number, isDeleted: boolean }

/** The words every thread is about, by the thread's id. A thread that is missing here has lost its words. */
export function anchorsOf(doc: Node): Map<string, Anchor> {
  const anchors = new Map<string, Anchor>()
  doc.descendants((node, from) => {
    if (!node.isInline) return
    for (const mark of node.marks) if (mark.type.name === 'comment') extend(anchors, String(mark.attrs.id), from, from + node.nodeSize, deletionOf(node) !== undefined)
  })
  return anchors
}

function extend(anchors: Map<string, Anchor>, id: string, from: number, to: number, isDeleted: boolean): void {
  const anchor = anchors.get(id)
  anchors.set(id, anchor ? { from: anchor.from, to, isDeleted: anchor.isDeleted && isDeleted } : { from, to, isDeleted })
}

const longest = 200 // characters of a quote

/** The words a comment on a stretch is about, as the text will read; words that are all suggested to go are quoted all the same. */
export function quoteOf(doc: Node, from: number, to: number): string {
  const stretch = viewOf(doc.cut(from, to), 'final')
  return (stretch.textBetween(0, stretch.content.size, '\n').trim() || doc.textBetween(from, to, '\n')).slice(0, longest)
}
