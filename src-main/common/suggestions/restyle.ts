import type { Mark, MarkType, Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { suggestionAttribute, suggestionOf, withoutSuggestion, type FormerLook } from '../document/node-suggestion'
import { isBy, type Author, type Stamp } from '../document/stamp'
import { deletionOf, insertionOf, isStyle, type StyleChange } from './marks'
import { turnsOf } from './settle'
import type { Draft } from './draft'

/** Gives the node at `position` another's type and attributes, and remembers what it was unless the author inserted it. */
export function restyleNode({ tr, author, stamp }: Draft, position: number, { type, attrs }: Node): void {
  const node = tr.doc.nodeAt(position)!
  const suggestion = suggestionOf(node)
  const changed = isBy(suggestion.inserted, author) ? suggestion.changed : withLook(suggestion.changed ?? [], node, { type: type.name, attrs }, author, stamp)
  tr.setNodeMarkup(position, type, { ...attrs, suggestion: suggestionAttribute({ ...suggestion, changed }) }, node.marks)
}

function withLook(changed: FormerLook[], node: Node, next: Pick<FormerLook, 'type' | 'attrs'>, author: Author, stamp: Stamp): FormerLook[] {
  const last = changed.at(-1)
  const former = { type: node.type.name, attrs: withoutSuggestion(node.attrs) }
  if (last && isBy(last, author)) return isSame(last, next) ? changed.slice(0, -1) : changed
  return isSame(former, next) ? changed : [...changed, { ...stamp, ...former }]
}

const isSame = (a: Pick<FormerLook, 'type' | 'attrs'>, b: Pick<FormerLook, 'type' | 'attrs'>) =>
  a.type === b.type && JSON.stringify(sorted(withoutSuggestion(a.attrs))) === JSON.stringify(sorted(withoutSuggestion(b.attrs)))

const sorted = (attrs: Record<string, unknown>) => Object.entries(attrs).sort(([a], [b]) => a < b ? -1 : 1)

/** Gives the text from `position` on the styles of `wanted`, and remembers those it had; deleted text is left as it is. */
export function restyleText({ tr, author, stamp }: Draft, position: number, size: number, wanted: readonly Mark[]): void {
  const pieces: { node: Node, start: number, end: number }[] = []
  tr.doc.nodesBetween(position, position + size, (node, start) => {
    if (node.isText && !deletionOf(node)) pieces.push({ node, start: Math.max(position, start), end: Math.min(position + size, start + node.nodeSize) })
  })
  for (const piece of pieces) restylePiece(tr, piece, wanted, author, stamp)
}

function restylePiece(tr: Transaction, { node, start, end }: { node: Node, start: number, end: number }, wanted: readonly Mark[], author: Author, stamp: Stamp): void {
  const styles = new Set([...node.marks, ...wanted].filter(isStyle).map(mark => mark.type))
  const isOwn = isBy(insertionOf(node), author)
  const changes = [...styles].filter(type => type.isInSet(node.marks) !== type.isInSet(wanted) && !(type.isInSet(wanted) && type.isInSet(node.marks)?.eq(type.isInSet(wanted)!)))
  for (const type of changes) if (!type.isInSet(wanted)) tr.removeMark(start, end, type)
  for (const type of changes) if (type.isInSet(wanted)) tr.addMark(start, end, type.isInSet(wanted)!)
  if (!isOwn) for (const type of changes) remember(tr, node, start, end, type, type.isInSet(wanted), author, stamp)
}

/** A style changed back by the one who changed it last is not changed at all. */
function remember(tr: Transaction, node: Node, start: number, end: number, type: MarkType, next: Mark | undefined, author: Author, stamp: Stamp): void {
  const formatting = type.schema.marks.formatting!
  const turns = turnsOf(node.marks, type.name)
  const [last, own] = [turns.at(-1), type.isInSet(node.marks)]
  if (last && isBy(last, author)) {
    if (JSON.stringify(last.before) === JSON.stringify(next?.attrs ?? null)) tr.removeMark(start, end, formatting.create(last))
    return
  }
  const change: StyleChange = { ...stamp, style: type.name, before: own ? { ...own.attrs } : null, turn: (last?.turn ?? -1) + 1 }
  tr.addMark(start, end, formatting.create(change))
}
