import { Fragment, type Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { resolved, type Judge } from './resolve'

/** Marks transactions that are no edits of the text: the engine lets them pass as they are. */
export const untrackedMeta = 'untracked'

/** The transaction that decides suggestions as `judge` says, touching only what changes; undefined when it decides nothing. */
export function decided(state: EditorState, judge: Judge): Transaction | undefined {
  return broughtTo(state, resolved(state.doc, judge))
}

/** The untracked transaction that makes the text `wanted`, touching only what differs; undefined when nothing does. */
export function broughtTo(state: EditorState, wanted: Node): Transaction | undefined {
  const tr = state.tr
  bring(tr, 0, state.doc, wanted)
  return tr.docChanged ? tr.setMeta(untrackedMeta, true) : undefined
}

/** Makes the content that starts at `start` the wanted one: child by child where they still pair off, else the stretch that differs. */
function bring(tr: Transaction, start: number, now: Node, wanted: Node): void {
  const { left, right } = sameEnds(now, wanted)
  const [old, fresh] = [now.childCount - left - right, wanted.childCount - left - right]
  const from = start + sizeOf(now, 0, left)
  const pairs = Array.from({ length: old }, (_, index) => [now.child(left + index), wanted.maybeChild(left + index)] as const)
  if (!now.inlineContent && old === fresh && pairs.every(([a, b]) => b && !a.isLeaf && a.sameMarkup(b))) bringPairs(tr, from, pairs as [Node, Node][])
  else if (old > 0 || fresh > 0) tr.replaceWith(from, from + sizeOf(now, left, left + old), Fragment.from(childrenOf(wanted, left, left + fresh)))
}

function bringPairs(tr: Transaction, from: number, pairs: [Node, Node][]): void {
  let position = from + pairs.reduce((sum, [node]) => sum + node.nodeSize, 0)
  for (const [now, wanted] of [...pairs].reverse()) {
    position -= now.nodeSize
    if (now !== wanted) bring(tr, position + 1, now, wanted)
  }
}

function sameEnds(a: Node, b: Node): { left: number, right: number } {
  const most = Math.min(a.childCount, b.childCount)
  let [left, right] = [0, 0]
  while (left < most && isSame(a.child(left), b.child(left))) left++
  while (right < most - left && isSame(a.child(a.childCount - 1 - right), b.child(b.childCount - 1 - right))) right++
  return { left, right }
}

const isSame = (a: Node, b: Node) => a === b || a.eq(b)

const childrenOf = (node: Node, from: number, to: number) => Array.from({ length: to - from }, (_, index) => node.child(from + index))
const sizeOf = (node: Node, from: number, to: number) => childrenOf(node, from, to).reduce((sum, child) => sum + child.nodeSize, 0)
