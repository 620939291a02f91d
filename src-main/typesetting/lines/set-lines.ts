import type { Node } from '@tiptap/pm/model'
import type { Box } from '../../common/print/page-plan'
import type { Fit } from '../../common/print/print'
import type { SetLine } from '../../common/print/set-lines'
import { paragraphFinder, type Match } from './paragraph-finder'
import { comparable, paragraphTexts, type ParagraphText } from './paragraph-texts'
import { readTextPieces, type TextPiece } from './text-pieces'

/** A line as it is put together; `red` and `all` count its characters. */
interface Placed { paragraph: ParagraphText, line: Omit<SetLine, 'isOver'>, red: number, all: number }

const oversetFill = '#c8102e' // `red` of the kit
const furnitureSign = '\u2063' // readings 注音 and line numbers begin with it: they are not the story's text
const ahead = 24 // characters looked at to tell two paragraphs that open alike

/** How the page was set: grid lines below the deck, those that do not fit, the distance of two and where the first one lies, in pt. */
export interface Grid extends Pick<Fit, 'linesPerColumn' | 'over' | 'bodyTop'> { linePitch: number }

/** The story's lines on the page: what Typst drew, found again in the final text. `svg` has the text layer. */
export function setLines(svg: string, doc: Node, grid: Grid): SetLine[] {
  const find = paragraphFinder(paragraphTexts(doc))
  const pieces = readTextPieces(svg).filter(({ text }) => !text.startsWith(furnitureSign))
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
  const foot = grid.over > 0 ? footOf(placed, grid) : Infinity
  return placed.map(({ line, red, all }) => ({ ...line, isOver: grid.over > 0 && (line.page === 0 && line.box.y > foot || red === all) }))
}

function textFrom(texts: string[], index: number): string {
  let text = ''
  while (index < texts.length && text.length < ahead) text += texts[index++]
  return text
}

/**
 * Where the first line that is over may begin, reckoned from where the grid of the body does; of a template that does not say it, from the body's first line. What is red begins where a template measured that the slot is full,
 * but the whole paragraph may be broken some characters before or after, and a word that goes on beyond is red from its beginning: lines of the grid are sure.
 */
function footOf(placed: Placed[], { linesPerColumn, linePitch, bodyTop = firstBodyLine(placed) }: Grid): number {
  return bodyTop + (linesPerColumn - 0.5) * linePitch
}

const firstBodyLine = (placed: Placed[]) =>
  Math.min(...placed.filter(({ paragraph, line }) => !paragraph.isDeck && line.page === 0).map(({ line }) => line.box.y))

/** Adds the piece to the line it continues, or as a line of its own. */
function place(placed: Placed[], { paragraph, from, to }: Match, piece: TextPiece) {
  const last = placed.at(-1)
  const { places, text } = paragraph
  const [start, end] = [places[from]!, to === text.length ? places[to]! : places[to - 1]! + 1]
  const all = to - from
  const red = piece.fill === oversetFill ? all : 0
  if (last?.paragraph !== paragraph || from === 0 || !isOnLine(last.line, piece)) placed.push({ paragraph, line: { page: piece.page, box: piece.box, block: paragraph.block, from: start, to: end }, red, all })
  else Object.assign(last, { line: { ...last.line, to: end, box: around(last.line.box, piece.box) }, red: last.red + red, all: last.all + all })
}

function isOnLine({ page, box }: Pick<SetLine, 'page' | 'box'>, piece: TextPiece): boolean {
  const shared = Math.min(box.y + box.height, piece.box.y + piece.box.height) - Math.max(box.y, piece.box.y)
  return page === piece.page && shared > Math.min(box.height, piece.box.height) / 2 && piece.box.x >= box.x + box.width / 2
}

function around(box: Box, other: Box): Box {
  const [x, y] = [Math.min(box.x, other.x), Math.min(box.y, other.y)]
  return { x, y, width: Math.max(box.x + box.width, other.x + other.width) - x, height: Math.max(box.y + box.height, other.y + other.height) - y }
}
