import type { Mark, Node } from '@tiptap/pm/model'
import { styleMarks } from '../document/marks'
import { suggestionOf } from '../document/node-suggestion'
import type { Stamp } from '../document/stamp'

/** One change of one style, as the `formatting` mark keeps it. */
export interface StyleChange extends Stamp { style: string, before: Record<string, unknown> | null, turn: number }

export const stampOf = (mark: Mark): Stamp => mark.attrs as Stamp

export const markNamed = (node: Node, name: string): Mark | undefined => node.marks.find(mark => mark.type.name === name)

/** The stamp of a suggested insertion of this inline node, text or break. */
export function insertionOf(node: Node): Stamp | undefined {
  if (!node.isText) return suggestionOf(node).inserted
  const mark = markNamed(node, 'insertion')
  return mark && stampOf(mark)
}

export function deletionOf(node: Node): Stamp | undefined {
  if (!node.isText) return suggestionOf(node).deleted
  const mark = markNamed(node, 'deletion')
  return mark && stampOf(mark)
}

/** Everyone's suggestion to delete this inline node: copies of a story that meet may bring several. */
export function deletionsOf(node: Node): Stamp[] {
  const { deleted } = suggestionOf(node)
  return node.isText ? node.marks.filter(mark => mark.type.name === 'deletion').map(stampOf) : deleted ? [deleted] : []
}

export const styleChangesOf = (marks: readonly Mark[]): StyleChange[] =>
  marks.filter(mark => mark.type.name === 'formatting').map(mark => mark.attrs as StyleChange)

export const isStyle = (mark: Mark) => styleMarks.includes(mark.type.name)

export const isSuggestion = (mark: Mark) => ['insertion', 'deletion', 'formatting'].includes(mark.type.name)

const known = new WeakMap<Node, boolean>()

/** Whether anything in a node is suggested; a node is looked through once only. */
export function hasSuggestions(node: Node): boolean {
  const found = known.get(node)
  if (found !== undefined) return found
  let has = node.marks.some(isSuggestion) || Boolean(node.attrs.suggestion)
  for (let index = 0; !has && index < node.childCount; index++) has = hasSuggestions(node.child(index))
  known.set(node, has)
  return has
}
