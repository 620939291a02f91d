import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** ProseMirror keeps its observer of the page to itself. */
type ObservedView = EditorView & { readonly domObserver: { flush(): void } }

const takenByInputMethod = 229 // KeyboardEvent.keyCode of UI Events

/** Takes over the selection the browser shows, of which it tells the editor only later. A composition is left alone. */
export function readCursor(view: EditorView) {
  if (!view.composing) (view as ObservedView).domObserver.flush()
}

/**
 * Has every key meet the cursor where it is shown. The browser tells of a move by Home, End or an arrow only later; keys that come before it, as from a quick
 * hand on a busy machine, were handled at the old place: Delete after Home did nothing.
 */
export function cursorAsShownPlugin() {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(view, event) {
          if (!event.isComposing && event.keyCode !== takenByInputMethod) readCursor(view)
          return false
        },
      },
    },
  })
}
