import { Fragment, type Node } from '@tiptap/pm/model'
import { suggestionAttribute, suggestionOf, type NodeSuggestion } from '../document/node-suggestion'
import type { Stamp } from '../document/stamp'
import { deletionOf, deletionsOf, hasSuggestions, insertionOf } from './marks'
import { settledLook, settledStyles } from './settle'

export type Verdict = 'accept' | 'reject' | 'keep'

/** Decides about each suggestion. The same stamp must always get the same verdict. */
export type Judge = (stamp: Stamp) => Verdict

/** The document with the suggestions decided as `judge` says; those it keeps stay suggested. Undecided parts are the very same nodes. */
export function resolved(doc: Node, judge: Judge): Node {
  return hasSuggestions(doc) ? settledNode(doc, judge)! : doc
}

/** A node without what was decided to go; undefined when nothing of it stays. */
export function settledNode(node: Node, judge: Judge): Node | undefined {
  if (!hasSuggestions(node)) return node
  const found = cached(judge)?.get(node)
  if (found !== undefined) return found ?? undefined
  const made = node.isTextblock ? settledBlock(node, judge) : settledContainer(node, judge)
  cached(judge)?.set(node, made ?? null)
  return made
}

function settledBlock(block: Node, judge: Judge): Node {
  const inline: Node[] = []
  block.forEach(child => {
    if (isGone(insertionOf(child), deletionsOf(child), judge)) return
    inline.push(child.isText ? child.mark(settledStyles(child.marks, judge)) : withLook(child, child.content, judge))
  })
  return withLook(block, Fragment.fromArray(inline), judge)
}

/** A container that loses all it holds goes with it, save where something must stay to type in. */
function settledContainer(node: Node, judge: Judge): Node | undefined {
  const children = settledChildren(node, judge)
  if (children.length > 0 || node.childCount === 0) return withLook(node, Fragment.fromArray(children), judge)
  const filled = ['doc', 'listItem', 'tableCell', 'tableHeader'].includes(node.type.name) ? node.type.contentMatch.fillBefore(Fragment.empty, true) : null
  return filled ? withLook(node, filled, judge) : undefined
}

/** The children that stay. A text block whose break goes runs on from the text block before it. */
export function settledChildren(parent: Node, judge: Judge): Node[] {
  const out: Node[] = []
  parent.forEach(child => {
    const { inserted, deleted } = suggestionOf(child)
    const goes = isGone(inserted, deleted ? [deleted] : [], judge)
    if (goes && !child.isTextblock) return
    const settled = settledNode(child, judge)
    if (!goes && settled) out.push(settled)
    else if (settled && settled.content.size > 0) runOn(out, settled)
  })
  return out
}

function runOn(out: Node[], block: Node) {
  const last = out.at(-1)
  if (last?.isTextblock) out[out.length - 1] = last.copy(last.content.append(block.content))
  else out.push(block.type.create({ ...block.attrs, suggestion: suggestionAttribute(alone(last, block)) }, block.content))
}

/** A block that cannot run on: a suggested node in between decides whether it will, or words still suggested whether it stays at all. */
function alone(last: Node | undefined, block: Node): NodeSuggestion {
  const { inserted, deleted } = last ? suggestionOf(last) : {}
  return { inserted: inserted ?? sharedBy(block, insertionOf), deleted: deleted ?? sharedBy(block, deletionOf) }
}

/** The first of the words' stamps, where each of them has one. */
function sharedBy(block: Node, stampOf: (node: Node) => Stamp | undefined): Stamp | undefined {
  const stamps = block.content.content.map(stampOf)
  return stamps.every(stamp => stamp !== undefined) ? stamps[0] : undefined
}

export const isGone = (inserted: Stamp | undefined, deleted: readonly Stamp[], judge: Judge) =>
  (inserted !== undefined && judge(inserted) === 'reject') || deleted.some(stamp => judge(stamp) === 'accept')

function withLook(node: Node, content: Fragment, judge: Judge): Node {
  const suggestion = suggestionOf(node)
  const { type, attrs, changed } = settledLook(node, suggestion.changed ?? [], judge)
  const left: NodeSuggestion = { inserted: kept(suggestion.inserted, judge), deleted: kept(suggestion.deleted, judge), changed }
  const isOpen = Object.hasOwn(type.spec.attrs ?? {}, 'suggestion')
  return type.create(isOpen ? { ...attrs, suggestion: suggestionAttribute(left) } : attrs, content, node.marks)
}

const kept = (stamp: Stamp | undefined, judge: Judge) => stamp && judge(stamp) === 'keep' ? stamp : undefined

export const acceptAll: Judge = () => 'accept'
export const rejectAll: Judge = () => 'reject'

/** The two whole views are asked for all the time: each node is settled once. */
const caches = new Map<Judge, WeakMap<Node, Node | null>>([[acceptAll, new WeakMap()], [rejectAll, new WeakMap()]])
const cached = (judge: Judge) => caches.get(judge)
