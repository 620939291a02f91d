import type { Node } from '@tiptap/pm/model'
import { suggestionOf } from '../../../common/document/node-suggestion'
import type { BlockContext, blocksXml } from './blocks'
import { element } from './xml-text'

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']

/** A table of a story; a cell over several rows is one that the cells below it continue. */
export function tableXml(table: Node, position: number, context: BlockContext, blocks: typeof blocksXml): string {
  const columns = widthOf(table)
  const open = new Array<number>(columns).fill(0) // rows a cell above still takes, by column
  const rows: string[] = []
  table.forEach((row, offset) => rows.push(rowXml(row, position + 1 + offset, open, context, blocks)))
  const borders = element('w:tblBorders', {}, ...edges.map(edge => element(`w:${edge}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' })))
  const properties = element('w:tblPr', {}, element('w:tblW', { 'w:w': 0, 'w:type': 'auto' }), borders)
  return element('w:tbl', {}, properties, element('w:tblGrid', {}, ...open.map(() => element('w:gridCol'))), ...rows)
}

function widthOf(table: Node): number {
  let width = 0
  table.firstChild?.forEach(cell => { width += Number(cell.attrs.colspan) || 1 })
  return width
}

function rowXml(row: Node, position: number, open: number[], context: BlockContext, blocks: typeof blocksXml): string {
  const { inserted = context.inserted, deleted = context.deleted } = suggestionOf(row)
  const inside = { ...context, inserted, deleted }
  const cells: string[] = []
  let column = 0
  const continueCells = () => {
    while ((open[column] ?? 0) > 0) {
      open[column]!--
      cells.push(element('w:tc', {}, element('w:tcPr', {}, element('w:vMerge')), element('w:p')))
      column++
    }
  }
  row.forEach((cell, offset) => {
    continueCells()
    const [width, height] = [Number(cell.attrs.colspan) || 1, Number(cell.attrs.rowspan) || 1]
    for (let taken = 0; taken < width; taken++) open[column + taken] = height - 1
    column += width
    const span = width > 1 ? element('w:gridSpan', { 'w:val': width }) : ''
    const merge = height > 1 ? element('w:vMerge', { 'w:val': 'restart' }) : ''
    cells.push(element('w:tc', {}, element('w:tcPr', {}, span, merge), blocks(cell, position + 1 + offset + 1, inside)))
  })
  continueCells()
  const mark = (inserted ? context.revision('ins', inserted) : '') + (deleted ? context.revision('del', deleted) : '')
  return element('w:tr', {}, mark === '' ? '' : element('w:trPr', {}, mark), ...cells)
}
