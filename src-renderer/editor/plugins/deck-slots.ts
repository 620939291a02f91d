import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { DeckType } from '../../../src-main/common/document/nodes'
import { addDeckLine } from '../commands/deck-lines'
import { countOf, endOfDeckPart } from '../commands/top-nodes'

type Slot = Extract<DeckType, 'kicker' | 'subhead'>
interface SlotsState { missing: string, decorations: DecorationSet }

const slotsKey = new PluginKey<SlotsState>('deckSlots')

/** Shows where a kicker or a subhead would stand in a story that has none; a click makes it. The style sheet names them. */
export function deckSlotsPlugin() {
  return new Plugin<SlotsState>({
    key: slotsKey,
    state: {
      init: (_config, { doc }) => slots(doc),
      apply: (tr, value) => {
        if (!tr.docChanged) return value
        const decorations = value.decorations.map(tr.mapping, tr.doc)
        return missingIn(tr.doc).join() === value.missing && isInPlace(decorations, tr.doc) ? { ...value, decorations } : slots(tr.doc)
      },
    },
    props: { decorations: state => slotsKey.getState(state)?.decorations },
  })
}

function missingIn(doc: Node): Slot[] {
  return (['kicker', 'subhead'] as const).filter(type => countOf(doc, type) === 0)
}

function isInPlace(decorations: DecorationSet, doc: Node): boolean {
  const wanted = missingIn(doc).map(type => endOfDeckPart(doc, type))
  const found = decorations.find().map(decoration => decoration.from)
  return wanted.length === found.length && wanted.every((position, index) => position === found[index])
}

function slots(doc: Node): SlotsState {
  const missing = missingIn(doc)
  const decorations = missing.map(type => Decoration.widget(endOfDeckPart(doc, type), slotButton(type), { key: type, side: -1, ignoreSelection: true, stopEvent: () => true }))
  return { missing: missing.join(), decorations: DecorationSet.create(doc, decorations) }
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
