import type { Node } from '@tiptap/pm/model'
import type { Box } from '../../common/print/page-plan'
import type { SetLine } from '../../common/print/set-lines'
import { paragraphFinder, type Match } from './paragraph-finder'
import { comparable, paragraphTexts, type ParagraphText } from './paragraph-texts'
import { readTextPieces, type TextPiece } from './text-pieces'

interface Placed { paragraph: ParagraphText, line: SetLine }

const oversetFill = '#c8102e' // `red` of the kit
const ahead = 24 // characters looked at to tell two paragraphs that open alike

/** The story's lines on the page: what Typst drew, found again in the final text. `svg` has the text layer. */
export function setLines(svg: string, doc: Node): SetLine[] {
  const find = paragraphFinder(paragraphTexts(doc))
  const pieces = readTextPieces(svg)
  const texts = pieces.map(({ text }) => comparable(text))
  let placed: Placed[] = []
  for (const [index, piece] of pieces.entries()) {
    const matches = find(texts[index]!, textFrom(texts, index))
    const total = matches.reduce((sum, { from, to }) => sum + to - from, 0)
    let before = 0
    for (const match of matches) {
      const share = (match.to - match.from) / total
      const box = { ...piece.box, x: piece.box.x + before * piece.box.width, width: share * piece.box.width }
      if (match.from === 0) placed = placed.filter(({ paragraph }) => paragraph !== match.paragraph)
      place(placed, match, { ...piece, box })
      before += share
    }
  }
  return placed.map(({ line }) => line)
}

function textFrom(texts: string[], index: number): string {
  let text = ''
  while (index < texts.length && text.length < ahead) text += texts[index++]
  return text
}

/** Adds the piece to the line it continues, or as a line of its own. */
function place(placed: Placed[], { paragraph, from, to }: Match, piece: TextPiece) {
  const last = placed.at(-1)
  const { places, text } = paragraph
  const [start, end] = [places[from]!, to === text.length ? places[to]! : places[to - 1]! + 1]
  if (last?.paragraph === paragraph && from > 0 && isOnLine(last.line, piece)) Object.assign(last.line, { to: end, box: around(last.line.box, piece.box) })
  else placed.push({ paragraph, line: { page: piece.page, box: piece.box, block: paragraph.block, from: start, to: end, isOver: piece.fill === oversetFill } })
}

function isOnLine({ page, box }: SetLine, piece: TextPiece): boolean {
  const shared = Math.min(box.y + box.height, piece.box.y + piece.box.height) - Math.max(box.y, piece.box.y)
  return page === piece.page && shared > Math.min(box.height, piece.box.height) / 2 && piece.box.x >= box.x + box.width / 2
}

function around(box: Box, other: Box): Box {
  const [x, y] = [Math.min(box.x, other.x), Math.min(box.y, other.y)]
  return { x, y, width: Math.max(box.x + box.width, other.x + other.width) - x, height: Math.max(box.y + box.height, other.y + other.height) - y }
}
