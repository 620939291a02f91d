import type { Node } from '@tiptap/pm/model'
import { offsetText } from '../../document/text'
import type { FinalStretch } from '../../suggestions/final-range'
import type { SetLine } from '../set-lines'

/** A paragraph whose last line holds little: cut by so many characters, it saves a line. */
export interface ShortLine {
  number: number // of the paragraph in the body, from 1
  paragraph: FinalStretch
  words: string // the paragraph's
  line: FinalStretch // its last line
  characters: number // that stand in it
}

const paragraphBlocks = ['paragraph', 'quotation', 'bulletList', 'orderedList']

/** Paragraphs of the final text whose last line is no more than half full, the shortest first. */
export function shortLines(doc: Node, lines: readonly SetLine[], charactersPerLine: number): ShortLine[] {
  return bodyParagraphs(doc).flatMap((paragraph, index) => {
    const { block, from, to } = paragraph
    const own = lines.filter(line => line.block === block && line.from >= from && line.to <= to)
    const last = own.at(-1)
    if (!last || own.length < 2 || last.to !== to) return []
    const words = offsetText(doc.child(block)).slice(from, to)
    const characters = [...words.slice(last.from - from).replace(/\s/g, '')].length
    return characters > charactersPerLine / 2 ? [] : [{ number: index + 1, paragraph, words, line: { block, from: last.from, to }, characters }]
  }).sort((one, other) => one.characters - other.characters)
}

/** Every paragraph of the body with words, those of lists and quotations included. */
function bodyParagraphs(doc: Node): FinalStretch[] {
  const paragraphs: FinalStretch[] = []
  doc.forEach((top, _, block) => {
    if (!paragraphBlocks.includes(top.type.name)) return
    let offset = 0
    const walk = (node: Node) => {
      if (!node.isTextblock) return node.forEach(walk)
      const length = offsetText(node).length
      if (length > 0) paragraphs.push({ block, from: offset, to: offset + length })
      offset += length
    }
    walk(top)
  })
  return paragraphs
}
