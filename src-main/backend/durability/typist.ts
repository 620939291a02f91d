import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { schema } from '../../common/document/schema'
import { writeSlip } from '../../common/document/slip-map'
import { textFragment } from '../../common/document/story-doc'

/**
 * Someone writing at the end of a story, as the editor does it: each change is a ProseMirror transaction, and what Yjs makes of it
 * goes to `send`.
 */
export function typist(state: Uint8Array, send: (update: Uint8Array) => void) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const fragment = textFragment(doc)
  const { doc: text, mapping } = initProseMirrorDoc(fragment, schema)
  let editor = EditorState.create({ doc: text, selection: Selection.atEnd(text) })
  doc.on('update', send)

  function apply(transaction: Transaction): void {
    editor = editor.apply(transaction)
    doc.transact(() => updateYFragment(doc, fragment, editor.doc, { mapping, isOMark: new Map() }))
  }

  return {
    type: (words: string): void => apply(editor.tr.insertText(words)),
    /** A new paragraph, as Enter makes it. */
    newLine: (): void => apply(editor.tr.split(editor.selection.from)),
    setTitle: (shortTitle: string): void => writeSlip(doc, { shortTitle }),
    lines: (): number => editor.doc.childCount,
    /** How much this copy of the story has written so far, as Yjs counts. */
    written: () => ({ client: doc.clientID, clock: Y.getState(doc.store, doc.clientID) }),
  }
}
export type Typist = ReturnType<typeof typist>
