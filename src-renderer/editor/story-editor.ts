import { Editor, type AnyExtension } from '@tiptap/core'
import { Dropcursor, Gapcursor } from '@tiptap/extensions'
import type * as Y from 'yjs'
import type { Author } from '../../src-main/common/document/stamp'
import { composeDateline } from '../../src-main/common/document/dateline'
import { documentExtensions } from '../../src-main/common/document/schema'
import { readSlip, slipMap } from '../../src-main/common/document/slip-map'
import { textFragmentName } from '../../src-main/common/document/story-doc'
import { isCursorInView, scrollThreshold } from './cursor-view'
import { Dateline } from './extensions/dateline'
import { Deck } from './extensions/deck'
import { figureWithView, type FigureNotes, type PictureSource } from './extensions/figure-view'
import { FindAndReplace } from './extensions/find'
import { MapHistory } from './extensions/map-history'
import { SessionHistory, type EditHistory } from './extensions/session-history'
import { SharedText, type SharedTextOptions } from './extensions/shared-text'
import { SlotEndMark } from './extensions/slot-end'
import { Suggestions } from './extensions/suggestions'
import { TextKeys } from './extensions/text-keys'
import { PasteStructure } from './extensions/paste'
import type { DatelineSource } from './plugins/dateline'

export interface StoryEditorOptions extends Pick<SharedTextOptions, 'mayWait' | 'onSettle'> {
  element: HTMLElement // its parent scrolls
  doc: Y.Doc
  history: EditHistory
  isEditable: boolean
  label: string // the text field's name for screen readers
  pictures: PictureSource
  figureNotes: FigureNotes
  author(): Author | null // whose suggestions edits are; null while they are not tracked
  onUntracked(): void // an edit that should have been a suggestion changed the text itself
  onDatelineChosen(): void
  onPicturesGiven(files: File[], position: number | null): void
}

/** The editor of one story's text. Its input rules are off: nothing a Chinese writer types turns into something else. */
export function createStoryEditor(options: StoryEditorOptions): Editor {
  const { element, isEditable } = options
  return new Editor({
    element,
    editable: isEditable,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { delete: false, drop: false, paste: false, textDirection: false },
    coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n' } },
    extensions: extensionsFor(options),
    editorProps: {
      attributes: textAttributes(options.label),
      handleScrollToSelection: view => isCursorInView(view, element.parentElement!),
      scrollThreshold,
      scrollMargin: { top: 48, bottom: 120, left: 0, right: 0 },
    },
  })
}

const textAttributes = (label: string) => ({
  'class': 'story-text', 'lang': 'zh-CN', 'spellcheck': 'false', 'autocorrect': 'off', 'autocapitalize': 'off', 'role': 'textbox', 'aria-multiline': 'true', 'aria-label': label,
})

/** Names the text field anew, as the interface changes its language. */
export function nameText({ view }: Editor, label: string) {
  view.setProps({ attributes: textAttributes(label) })
}

function extensionsFor({ doc, mayWait, onSettle, history, pictures, figureNotes, author, onUntracked, onDatelineChosen, onPicturesGiven }: StoryEditorOptions): AnyExtension[] {
  const withViews = documentExtensions.map(extension => extension.name === 'figure' ? figureWithView(pictures, figureNotes) : extension)
  return [
    ...withViews,
    SharedText.configure({ document: doc, field: textFragmentName, mayWait, onSettle }),
    SessionHistory.configure({ history }),
    MapHistory.configure({ doc }),
    Suggestions.configure({ author, onUntracked }),
    TextKeys,
    Deck,
    Dateline.configure({ source: datelineOf(doc), onChosen: onDatelineChosen }),
    PasteStructure.configure({ onPicturesGiven }),
    FindAndReplace,
    SlotEndMark,
    Dropcursor.configure({ class: 'drop-cursor', color: false }),
    Gapcursor,
  ]
}

function datelineOf(doc: Y.Doc): DatelineSource {
  const slip = slipMap(doc)
  return {
    read: () => composeDateline(readSlip(doc)),
    follow(listener) {
      slip.observe(listener)
      return () => slip.unobserve(listener)
    },
  }
}
