import { Extension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { normalised } from '../../../src-main/common/document/normalise'
import { cleanHtml } from '../paste/clean-html'
import { inlineLines, isBlank, pasteIntoDeck, withoutDeckLines } from '../paste/into-deck'
import { sliceOfPlainText } from '../paste/plain-text'
import { deleteAcrossDeck } from '../commands/deck-selection'
import { isDeck, topNodeAt } from '../commands/top-nodes'
import { isPicture } from '../paste/picture-file'

interface PasteOptions { onPicturesGiven: (files: File[], position: number | null) => void }

/** Pasting and dropping: structure is kept, styling is not; picture files become figures. */
export const PasteStructure = Extension.create<PasteOptions>({
  name: 'pasteStructure',
  addProseMirrorPlugins() {
    const { onPicturesGiven } = this.options
    return [new Plugin({
      props: {
        transformPastedHTML: cleanHtml,
        clipboardTextParser: (text, $context) => sliceOfPlainText(text, $context.doc.type.schema),
        handlePaste: (view, event, slice) => pastePictures(event, slice, onPicturesGiven) || pasteStory(view, slice) || pasteText(view, slice),
        handleDrop: (view, event) => dropPictures(view, event, onPicturesGiven),
      },
    })]
  },
})

const picturesIn = (data: DataTransfer | null) => [...data?.files ?? []].filter(isPicture)

/** A picture copied by itself; a text that brings a picture of itself along (Word) stays text. */
function pastePictures(event: ClipboardEvent, slice: Slice, onPicturesGiven: PasteOptions['onPicturesGiven']): boolean {
  const files = picturesIn(event.clipboardData)
  if (files.length === 0 || inlineLines(slice.content).length > 0) return false
  onPicturesGiven(files, null)
  return true
}

function dropPictures(view: EditorView, event: DragEvent, onPicturesGiven: PasteOptions['onPicturesGiven']): boolean {
  const files = picturesIn(event.dataTransfer)
  if (files.length === 0) return false
  event.preventDefault()
  onPicturesGiven(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null)
  return true
}

/** A whole story copied from another, pasted into a blank one (or over everything): it arrives with its deck. */
function pasteStory(view: EditorView, slice: Slice): boolean {
  const { state } = view
  const hasDeck = slice.content.content.some(isDeck) && slice.content.childCount > 1
  const isOverAll = state.selection.from <= 1 && state.selection.to >= state.doc.content.size - 1
  if (!hasDeck || !(isBlank(state.doc) || isOverAll)) return false
  const story = normalised(state.doc.copy(slice.content))
  view.dispatch(state.tr.replaceWith(0, state.doc.content.size, story.content).scrollIntoView())
  return true
}

function pasteText(view: EditorView, slice: Slice): boolean {
  const intoDeck = pasteIntoDeck(view.state, slice)
  if (intoDeck) return view.dispatch(intoDeck), true
  deleteAcrossDeck(view.state, view.dispatch)
  if (!slice.content.content.some(isDeck) || isDeck(topNodeAt(view.state.selection.$from)?.node)) return false
  view.dispatch(view.state.tr.replaceSelection(new Slice(withoutDeckLines(slice.content), slice.openStart, slice.openEnd)).scrollIntoView())
  return true
}
