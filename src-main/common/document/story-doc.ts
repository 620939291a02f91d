import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { schema } from './schema'
import { emptySlip, slipFields, type Slip } from './slip'

/** Names of the shared types inside a story's Yjs document. */
export const textFragmentName = 'text'
export const slipMapName = 'slip'
export const threadsMapName = 'threads'

export const textFragment = (doc: Y.Doc) => doc.getXmlFragment(textFragmentName)
export const slipMap = (doc: Y.Doc) => doc.getMap<Slip[keyof Slip]>(slipMapName)
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

/** The whole slip: fields nobody has filled have their empty value. */
export function readSlip(doc: Y.Doc): Slip {
  const map = slipMap(doc)
  const filled = slipFields.filter(field => map.has(field)).map(field => [field, map.get(field)])
  return { ...emptySlip, ...Object.fromEntries(filled) as Partial<Slip> }
}

/** Sets the given fields; those that already have the value are left alone. */
export function writeSlip(doc: Y.Doc, slip: Partial<Slip>): void {
  const map = slipMap(doc)
  doc.transact(() => {
    for (const field of slipFields) {
      const value = slip[field]
      if (value !== undefined && JSON.stringify(map.get(field)) !== JSON.stringify(value)) map.set(field, value)
    }
  })
}

/** A new story's Yjs document with this text and slip. */
export function storyDoc(text: Node = emptyText(), slip: Partial<Slip> = {}): Y.Doc {
  const doc = new Y.Doc()
  writeText(doc, text)
  writeSlip(doc, slip)
  return doc
}
