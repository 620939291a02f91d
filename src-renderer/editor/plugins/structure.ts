import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { deckTypes } from '../../../src-main/common/document/nodes'
import { isDeckType } from '../../../src-main/common/document/text'
import { bodyStart, countOf, endOfDeckPart, topNode } from '../commands/top-nodes'

const structureKey = new PluginKey('structure')
const settleDelay = 60 // ms after a composition; ProseMirror reads its result within 50

/**
 * Keeps the order kicker, headline, subhead, body, and at least one headline line and one block of body to type in.
 * Waits while a composition is on, so that the input method's text is never touched.
 */
export function structurePlugin() {
  let view: EditorView | undefined
  return new Plugin({
    key: structureKey,
    view: created => {
      view = created
      return { destroy: () => { view = undefined } }
    },
    appendTransaction: (transactions, old, state) => {
      if (!view?.editable || view.composing || !transactions.some(tr => tr.docChanged || tr.getMeta(structureKey))) return null
      return isSameRow(old.doc, state.doc) && !transactions.some(tr => tr.getMeta(structureKey)) ? null : restored(state)
    },
    props: { handleDOMEvents: { compositionend: view => settleLater(view) } },
  })
}

/** Whether parts of the same kinds follow each other in both: what a key changes within a part puts none out of place. */
function isSameRow({ children: before }: Node, { children: after }: Node): boolean {
  return before.length === after.length && before.every(({ type }, index) => type === after[index]!.type)
}

function settleLater(view: EditorView) {
  setTimeout(() => {
    if (!view.isDestroyed && !view.composing && restored(view.state)) view.dispatch(view.state.tr.setMeta(structureKey, true))
  }, settleDelay)
  return false
}

/** The transaction that puts a story in order, or null when it is. Only nodes out of place are moved. */
export function restored(state: EditorState): Transaction | null {
  const tr = state.tr
  while (moveFirstMisplaced(tr));
  const { headline, paragraph } = state.schema.nodes
  if (countOf(tr.doc, 'headline') === 0) tr.insert(endOfDeckPart(tr.doc, 'headline'), headline!.create())
  if (!bodyStart(tr.doc)) tr.insert(tr.doc.content.size, paragraph!.create())
  return tr.docChanged ? tr : null
}

const rank = (node: Node) => isDeckType(node.type.name) ? deckTypes.indexOf(node.type.name) : deckTypes.length

function moveFirstMisplaced(tr: Transaction): boolean {
  let highest = 0
  for (let index = 0; index < tr.doc.childCount; index++) {
    const own = rank(tr.doc.child(index))
    if (own < highest) return moveUp(tr, index, own)
    highest = own
  }
  return false
}

/** Moves a node up behind the last one that may stand before it. */
function moveUp(tr: Transaction, index: number, own: number): true {
  const { node, before, after } = topNode(tr.doc, index)!
  let target = 0
  for (let i = 0; i < index && rank(tr.doc.child(i)) <= own; i++) target += tr.doc.child(i).nodeSize
  const { anchor, head } = tr.selection
  const isInside = anchor > before && head < after
  tr.delete(before, after).insert(target, node)
  if (isInside) tr.setSelection(TextSelection.between(tr.doc.resolve(anchor - before + target), tr.doc.resolve(head - before + target)))
  return true
}
