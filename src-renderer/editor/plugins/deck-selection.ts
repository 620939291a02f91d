import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { deleteAcrossDeck, withoutSelection } from '../commands/deck-selection'
import { isAcrossDeck } from '../commands/top-nodes'

/** What replaces a selection over parts of the deck (typing, an input method, cutting) deletes it first, by the deck's own rules. */
export function deckSelectionPlugin() {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        if (!isAcrossDeck(view.state.selection)) return false
        view.dispatch(withoutSelection(view.state).insertText(text).scrollIntoView())
        return true
      },
      handleDOMEvents: {
        compositionstart: view => {
          deleteAcrossDeck(view.state, view.dispatch)
          return false
        },
        cut: (view, event) => isAcrossDeck(view.state.selection) && cut(view, event),
      },
    },
  })
}

function cut(view: EditorView, event: ClipboardEvent): boolean {
  if (!event.clipboardData || !view.editable) return false
  const { dom, text } = view.serializeForClipboard(view.state.selection.content())
  event.clipboardData.clearData()
  event.clipboardData.setData('text/html', dom.innerHTML)
  event.clipboardData.setData('text/plain', text)
  event.preventDefault()
  return deleteAcrossDeck(view.state, view.dispatch)
}
