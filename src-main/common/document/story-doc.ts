import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { schema } from './schema'
import type { Slip } from './slip'
import { writeSlip } from './slip-map'

/** Names of the shared types inside a story's Yjs document. */
export const textFragmentName = 'text'
export const threadsMapName = 'threads'

export const textFragment = (doc: Y.Doc) => doc.getXmlFragment(textFragmentName)
export const threadsMap = (doc: Y.Doc) => doc.getMap(threadsMapName)

/** The story's text as a ProseMirror document. A story without any text reads as one empty headline and one empty paragraph. */
export function readText(doc: Y.Doc): Node {
  const fragment = textFragment(doc)
  return fragment.length > 0 ? yXmlFragmentToProseMirrorRootNode(fragment, schema) : emptyText()
}

export function emptyText(): Node {
  return schema.node('doc', null, [schema.node('headline'), schema.node('paragraph')])
}

/** Puts `text` in place of whatever text the story has, in one transaction. */
export function writeText(doc: Y.Doc, text: Node): void {
  doc.transact(() => {
    const fragment = textFragment(doc)
    fragment.delete(0, fragment.length)
    prosemirrorToYXmlFragment(text, fragment)
  })
}

/** A new story's Yjs document with this text and slip. */
export function storyDoc(text: Node = emptyText(), slip: Partial<Slip> = {}): Y.Doc {
  const doc = new Y.Doc()
  writeText(doc, text)
  writeSlip(doc, slip)
  return doc
}
