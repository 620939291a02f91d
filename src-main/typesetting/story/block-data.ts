import type { Node } from '@tiptap/pm/model'
import { croppedName, pixelsOf, readCrop, type Crop } from '../../common/print/picture-crop'
import { finalReader, type InlineReader, type Run } from './inline-data'

export interface CellData { paragraphs: Run[][], isHeader: boolean, columns: number, rows: number }

export type BlockData =
  | { type: 'paragraph' | 'crosshead', runs: Run[] }
  | { type: 'quotation', paragraphs: Run[][] }
  | { type: 'list', isOrdered: boolean, start: number, items: BlockData[][] }
  | { type: 'table', columns: number, rows: CellData[][] }
  | { type: 'figure', picture: string, original: string, crop: Crop | null, width: number, height: number, caption: Run[], credit: Run[] }
  | { type: 'rule' }

/** A figure: `picture` names the picture with its crop among the job's pictures, `original` its file; width and height are the pixels that are printed. */
export type FigureData = Extract<BlockData, { type: 'figure' }>

/** Every figure of these blocks, those in lists included, in reading order. */
export function figuresIn(blocks: BlockData[]): FigureData[] {
  return blocks.flatMap(block => block.type === 'figure' ? [block] : block.type === 'list' ? block.items.flatMap(figuresIn) : [])
}

/** One block of the body as templates receive it; nothing for a block without words, which takes no line in print. */
export function blockData(node: Node, reader: InlineReader = finalReader): BlockData | undefined {
  if (node.type.name === 'rule') return { type: 'rule' }
  if (node.type.name === 'figure') return figureData(node, reader)
  if (reader.isEmpty(node)) return
  switch (node.type.name) {
    case 'quotation': return { type: 'quotation', paragraphs: paragraphsOf(node, reader) }
    case 'bulletList': return listData(node, false, reader)
    case 'orderedList': return listData(node, true, reader)
    case 'table': return tableData(node, reader)
    case 'crosshead': return { type: 'crosshead', runs: reader.runs(node) }
    default: return { type: 'paragraph', runs: reader.runs(node) }
  }
}

/** The runs of every paragraph inside, however deep, those without words left out. */
function paragraphsOf(node: Node, reader: InlineReader): Run[][] {
  const paragraphs: Run[][] = []
  node.descendants(child => {
    if (!child.inlineContent) return true
    if (!reader.isEmpty(child)) paragraphs.push(reader.runs(child))
    return false
  })
  return paragraphs
}

function listData(node: Node, isOrdered: boolean, reader: InlineReader): BlockData {
  const items = children(node).map(item => children(item).flatMap(block => blockData(block, reader) ?? []))
  return { type: 'list', isOrdered, start: Number(node.attrs.start ?? 1), items }
}

function tableData(node: Node, reader: InlineReader): BlockData {
  const rows = children(node).map(row => children(row).map(cell => cellData(cell, reader)))
  const columns = Math.max(1, ...rows.map(row => row.reduce((sum, cell) => sum + cell.columns, 0)))
  return { type: 'table', columns, rows }
}

function cellData(cell: Node, reader: InlineReader): CellData {
  return {
    paragraphs: paragraphsOf(cell, reader),
    isHeader: cell.type.name === 'tableHeader',
    columns: Number(cell.attrs.colspan ?? 1),
    rows: Number(cell.attrs.rowspan ?? 1),
  }
}

function figureData(node: Node, reader: InlineReader): BlockData {
  const part = (name: string) => children(node).find(child => child.type.name === name)
  const [caption, credit] = [part('caption'), part('credit')]
  const [original, crop] = [String(node.attrs.picture), readCrop(node.attrs.crop)]
  const whole = { width: Number(node.attrs.width), height: Number(node.attrs.height) }
  const { width, height } = crop && whole.width > 0 && whole.height > 0 ? pixelsOf(crop, whole) : whole
  return {
    type: 'figure',
    picture: croppedName(original, crop),
    original,
    crop,
    width,
    height,
    caption: caption ? reader.runs(caption) : [],
    credit: credit ? reader.runs(credit) : [],
  }
}

function children(node: Node): Node[] {
  const found: Node[] = []
  node.forEach(child => found.push(child))
  return found
}
