import type { Node } from '@tiptap/pm/model'
import { finalNode, viewOf } from '../suggestions/views'
import { addCounts, countCharacters, noCharacters, type Count } from './count'
import { deckTypes, type DeckType } from './nodes'

export interface DeckLine { type: DeckType, text: string }

export function isDeckType(type: string): type is DeckType {
  return (deckTypes as readonly string[]).includes(type)
}

/** The words of a node as they will be printed: suggested deletions left out, line breaks as `\n`, blocks apart by `\n`. */
export function textOf(node: Node): string {
  const final = finalNode(node)
  return final ? wordsOf(final) : ''
}

function wordsOf(node: Node): string {
  if (node.isText) return node.text!
  if (node.type.name === 'lineBreak') return '\n'
  const parts: string[] = []
  node.forEach(child => parts.push(wordsOf(child)))
  return node.inlineContent ? parts.join('') : parts.filter(part => part !== '').join('\n')
}

/** A node's text in which every character keeps its offset: nested text concatenated, a line break is one character. */
export const offsetText = (node: Node): string => node.textBetween(0, node.content.size, '', leaf => leaf.type.name === 'lineBreak' ? '\n' : '')

/** The deck in reading order: kickers, headline lines, subheads; empty lines left out. */
export function deckOf(doc: Node): DeckLine[] {
  const lines: DeckLine[] = []
  viewOf(doc, 'final').forEach(node => {
    if (isDeckType(node.type.name)) lines.push({ type: node.type.name, text: textOf(node) })
  })
  return lines.filter(line => line.text.trim() !== '').sort((a, b) => deckTypes.indexOf(a.type) - deckTypes.indexOf(b.type))
}

/** The blocks below the deck, as the final text has them. */
export function bodyBlocksOf(doc: Node): Node[] {
  const blocks: Node[] = []
  viewOf(doc, 'final').forEach(node => { if (!isDeckType(node.type.name)) blocks.push(node) })
  return blocks
}

/** The headline on one line: lines joined by a full-width space. */
export function headlineOf(doc: Node): string {
  return deckOf(doc).filter(line => line.type === 'headline').map(line => line.text).join('\u3000')
}

export type PartCounts = Record<DeckType | 'body' | 'total', Count>

/** Lengths per part of the story; the composed dateline is not typed text and is not counted. */
export function countParts(doc: Node): PartCounts {
  const counts: PartCounts = { kicker: noCharacters, headline: noCharacters, subhead: noCharacters, body: noCharacters, total: noCharacters }
  viewOf(doc, 'final').forEach(node => {
    const part = isDeckType(node.type.name) ? node.type.name : 'body'
    const count = countCharacters(textOf(node))
    counts[part] = addCounts(counts[part], count)
    counts.total = addCounts(counts.total, count)
  })
  return counts
}
