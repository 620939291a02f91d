import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Where the slot ends in the text: before the character at `at`; `label` says how much is over. */
export interface SlotEnd { at: number, label: string }

interface SlotEndState { end: SlotEnd | null, decorations: DecorationSet }

const nowhere: SlotEndState = { end: null, decorations: DecorationSet.empty }
const slotEndKey = new PluginKey<SlotEndState>('slotEnd')

/** Marks where the slot ends and what is over. The mark moves with the text and is corrected by `setSlotEnd`; drawn by style alone, it takes no room and is never content. */
export function slotEndPlugin() {
  return new Plugin<SlotEndState>({
    key: slotEndKey,
    state: {
      init: () => nowhere,
      apply(tr, value, before) {
        const end: SlotEnd | null | undefined = tr.getMeta(slotEndKey)
        if (end !== undefined) return marked(tr.doc, end)
        return tr.docChanged && value.end ? moved(value, tr, before.doc) : value
      },
    },
    props: { decorations: state => slotEndKey.getState(state)?.decorations },
  })
}

export const slotEndIn = (state: EditorState): SlotEnd | null => slotEndKey.getState(state)?.end ?? null

/** Puts the mark where the typesetter says; null takes it away. */
export function setSlotEnd(end: SlotEnd | null): Command {
  return (state, dispatch) => {
    const known = slotEndIn(state)
    if (known?.at === end?.at && known?.label === end?.label) return false
    dispatch?.(state.tr.setMeta(slotEndKey, end).setMeta('addToHistory', false))
    return true
  }
}

/** Puts the cursor where the slot ends. */
export const goToSlotEnd: Command = (state, dispatch) => {
  const end = slotEndIn(state)
  if (!end) return false
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(end.at), 1)).scrollIntoView())
  return true
}

/** Where a position of an earlier document stands in a later one, when all that changed lies together. */
export function carried(before: Node, after: Node, position: number): number {
  const start = before.content.findDiffStart(after.content)
  if (start === null || position < start) return position
  const ends = before.content.findDiffEnd(after.content)!
  if (position >= ends.a) return Math.max(start, position + ends.b - ends.a)
  return Math.min(start, after.content.size)
}

/** The binding may put a whole new document in place of the old one: then what differs says where the mark went. */
function moved({ end, decorations }: SlotEndState, tr: Transaction, before: Node): SlotEndState {
  const mapped = decorations.map(tr.mapping, tr.doc)
  const first = mapped.find(undefined, undefined, ({ isFirst }) => isFirst)[0]
  return first ? { end: { ...end!, at: first.from }, decorations: mapped } : marked(tr.doc, { ...end!, at: carried(before, tr.doc, end!.at) })
}

function marked(doc: Node, end: SlotEnd | null): SlotEndState {
  if (!end || end.at > doc.content.size) return nowhere
  const $end = doc.resolve(end.at)
  const { parent, nodeAfter } = $end
  if (!parent.isTextblock || !nodeAfter) return { end, decorations: DecorationSet.empty }
  const past = $end.depth > 1 ? [Decoration.node($end.before(1), $end.after(1), { class: 'slot-ends-within' })] : []
  return {
    end,
    decorations: DecorationSet.create(doc, [
      ...past,
      Decoration.node($end.before(), $end.after(), { class: 'slot-ends' }),
      Decoration.inline(end.at, end.at + firstLength(nodeAfter), { 'class': 'slot-end', 'data-slot-end': end.label }, { isFirst: true }),
      Decoration.inline(end.at, $end.end(), { class: 'past-slot' }, { inclusiveEnd: true }),
    ]),
  }
}

/** Of the first whole character. */
const firstLength = (node: Node) => node.isText ? String.fromCodePoint(node.text!.codePointAt(0)!).length : node.nodeSize
