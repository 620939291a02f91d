import { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { documentExtensions } from '../../src-main/common/document/schema'
import { figureWithView, type PictureSource } from './extensions/figure-view'

/** Shows a story's text as some view of its suggestions has it, to be read and copied only. */
export function createReadingEditor(element: HTMLElement, label: string, pictures: PictureSource) {
  const editor = new Editor({
    element,
    editable: false,
    injectCSS: false,
    extensions: documentExtensions.map(extension => extension.name === 'figure' ? figureWithView(pictures) : extension),
    editorProps: { attributes: { 'class': 'story-text', 'lang': 'zh-CN', 'role': 'document', 'aria-label': label, 'tabindex': '0' } },
  })
  return {
    /** `doc` may be of another editor: the schema is the same, node by node. */
    show: (doc: Node) => editor.view.updateState(EditorState.create({ doc: editor.schema.nodeFromJSON(doc.toJSON()), plugins: editor.state.plugins })),
    destroy: () => editor.destroy(),
  }
}
