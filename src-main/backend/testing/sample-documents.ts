import * as Y from 'yjs'
import { schema } from '../../common/document/schema'
import type { Slip } from '../../common/document/slip'
import { storyDoc, textFragment } from '../../common/document/story-doc'

const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])

/** A story with this headline and these paragraphs. */
export function sampleDoc(headline: string, paragraphs: string[] = ['正文。'], slip: Partial<Slip> = {}): Y.Doc {
  return storyDoc(schema.node('doc', null, [line('headline', headline), ...paragraphs.map(text => line('paragraph', text))]), slip)
}

/** A page's own copy of a story: what it types goes to `send` as updates. */
export function pageCopy(state: Uint8Array, send: (update: Uint8Array) => void) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.on('update', send)
  return {
    doc,
    /** Types at the end of a block. */
    type(words: string, block = 0): void {
      doc.transact(() => {
        const element = textFragment(doc).get(block) as Y.XmlElement
        if (element.length === 0) element.insert(0, [new Y.XmlText()])
        const text = element.get(0) as Y.XmlText
        text.insert(text.length, words)
      })
    },
  }
}
