import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { hasSuggestions } from '../../../src-main/common/suggestions/marks'
import { acceptAll, settledChildren, settledNode } from '../../../src-main/common/suggestions/resolve'

/** What suggestions ask of the view: words marked deleted are never copied, and an input method starts beside the words it replaces. */
export function suggestionsPlugin(isTracking: () => boolean) {
  return new Plugin({
    props: {
      transformCopied: finalSlice,
      handleDOMEvents: {
        compositionstart: view => {
          if (isTracking() && view.editable) makeRoom(view)
          return false
        },
      },
    },
  })
}

/** The browser reckons with the composed words where the selection began: the words they replace stay behind them. */
function makeRoom(view: EditorView): void {
  const { selection, tr } = view.state
  if (!(selection instanceof TextSelection) || selection.empty) return
  view.dispatch(tr.deleteSelection())
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, selection.from)))
}

/** A copied stretch as the final text has it. */
function finalSlice(slice: Slice): Slice {
  if (!slice.content.content.some(hasSuggestions)) return slice
  const { schema } = slice.content.firstChild!.type
  const isInline = slice.content.firstChild!.isInline
  const around = (isInline ? schema.nodes.paragraph! : schema.topNodeType).create(null, slice.content)
  const content = isInline ? settledNode(around, acceptAll)?.content ?? Fragment.empty : Fragment.from(settledChildren(around, acceptAll))
  const { openStart, openEnd } = Slice.maxOpen(content)
  return new Slice(content, Math.min(slice.openStart, openStart), Math.min(slice.openEnd, openEnd))
}
