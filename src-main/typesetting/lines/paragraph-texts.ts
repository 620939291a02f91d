import type { Node } from '@tiptap/pm/model'
import { isDeckType } from '../../common/document/text'

/** One paragraph's printed characters, and where in the text each comes from: `places[i]` is the block offset of `text[i]`, the last one its end. */
export interface ParagraphText { block: number, isDeck: boolean, text: string, places: number[] }

/** Every paragraph with words of the final text, those in lists, tables, figures and quotations included, in the order of the text. */
export function paragraphTexts(doc: Node): ParagraphText[] {
  const paragraphs: ParagraphText[] = []
  doc.forEach((block, _, index) => {
    let offset = 0
    const read = (node: Node) => {
      if (!node.inlineContent) return node.forEach(read)
      const paragraph = paragraphText(node, offset)
      offset = paragraph.places.at(-1)!
      if (paragraph.text !== '') paragraphs.push({ block: index, isDeck: isDeckType(block.type.name), ...paragraph })
    }
    read(block)
  })
  return paragraphs
}

function paragraphText(node: Node, start: number): Pick<ParagraphText, 'text' | 'places'> {
  const places: number[] = []
  let [text, offset] = ['', start]
  node.forEach(child => {
    for (const unit of child.isText ? child.text!.split('') : ['']) {
      const kept = comparable(unit)
      for (let at = 0; at < kept.length; at++) places.push(offset)
      text += kept
      if (child.isText || child.type.name === 'lineBreak') offset += 1
    }
  })
  return { text, places: [...places, offset] }
}

/** Text without what setting adds, takes or changes: spaces, invisible characters, the dash ⸺ of two. */
export const comparable = (text: string) => text.replaceAll('\u2E3A', '——').replace(/[\s\u0000-\u001F\u007F-\u009F\u00AD\u200B\u2060\uFEFF]/g, '')
