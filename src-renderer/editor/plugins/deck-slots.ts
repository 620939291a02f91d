import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { DeckType } from '../../../src-main/common/document/nodes'
import { addDeckLine } from '../commands/deck-lines'
import { countOf, endOfDeckPart, isSameDeck } from '../commands/top-nodes'

type Slot = Extract<DeckType, 'kicker' | 'subhead'>

const slotsKey = new PluginKey<DecorationSet>('deckSlots')

/** Shows where a kicker or a subhead would stand in a story that has none; a click makes it. The style sheet names them. */
export function deckSlotsPlugin() {
  return new Plugin<DecorationSet>({
    key: slotsKey,
    state: {
      init: (_config, { doc }) => slots(doc),
      apply: (tr, decorations) => isSameDeck(tr.before, tr.doc) ? decorations : slots(tr.doc),
    },
    props: { decorations: state => slotsKey.getState(state) },
  })
}

function slots(doc: Node): DecorationSet {
  const missing = (['kicker', 'subhead'] as const).filter(type => countOf(doc, type) === 0)
  const decorations = missing.map(type => Decoration.widget(endOfDeckPart(doc, type), slotButton(type), { key: type, side: -1, ignoreSelection: true, stopEvent: () => true }))
  return DecorationSet.create(doc, decorations)
}

function slotButton(type: Slot) {
  return (view: EditorView) => {
    const button = document.createElement('span')
    button.className = 'deck-slot'
    button.dataset.slot = type
    button.addEventListener('mousedown', event => {
      event.preventDefault()
      if (view.editable) addDeckLine(type)(view.state, view.dispatch)
      view.focus()
    })
    return button
  }
}
