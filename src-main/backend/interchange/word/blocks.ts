import type { Node } from '@tiptap/pm/model'
import { suggestionOf } from '../../../common/document/node-suggestion'
import type { Stamp } from '../../../common/document/stamp'
import { runsXml, type RunContext } from './runs'
import { styleIdOf } from './styles'
import { tableXml } from './table'
import { element } from './xml-text'

export interface BlockContext extends RunContext {
  style: string
  numbering: string // properties of a list's item
  level: number
  /** A list of its own numbers. */
  newList(kind: 'bullet' | 'ordered'): number
  pictureXml(node: Node): string
  /** What opens the text block at a position: the composed dateline. */
  leadAt(position: number): string
}

/** Blocks that stand one after another from `start` on. Word keeps a paragraph's break at its end, a story before its block. */
export function blocksXml(parent: Node, start: number, context: BlockContext): string {
  const parts: string[] = []
  parent.forEach((node, offset, index) => {
    const next = parent.maybeChild(index + 1)
    parts.push(blockXml(node, next?.isTextblock ? next : null, start + offset, context))
  })
  return parts.join('')
}

function blockXml(node: Node, next: Node | null, position: number, context: BlockContext): string {
  if (node.isTextblock) return paragraphXml(node, next, position, context)
  const { inserted = context.inserted, deleted = context.deleted } = suggestionOf(node)
  const inside: BlockContext = { ...context, inserted, deleted }
  switch (node.type.name) {
    case 'table': return tableXml(node, position, { ...inside, style: 'cell' }, blocksXml)
    case 'quotation': return blocksXml(node, position + 1, { ...inside, style: 'quotation' })
    case 'bulletList': case 'orderedList': return listXml(node, position, inside)
    case 'figure': return element('w:p', {}, paragraphProperties('picture', '', ''), context.pictureXml(node)) + blocksXml(node, position + 1, inside)
    case 'rule': return element('w:p', {}, paragraphProperties('rule', '', markXml(inserted, deleted, context)))
    default: return blocksXml(node, position + 1, inside)
  }
}

function listXml(list: Node, position: number, context: BlockContext): string {
  const number = context.newList(list.type.name === 'orderedList' ? 'ordered' : 'bullet')
  const parts: string[] = []
  list.forEach((item, offset) => {
    const { inserted = context.inserted, deleted = context.deleted } = suggestionOf(item)
    const numbering = element('w:numPr', {}, element('w:ilvl', { 'w:val': Math.min(context.level, 8) }), element('w:numId', { 'w:val': number }))
    parts.push(blocksXml(item, position + 1 + offset + 1, { ...context, inserted, deleted, style: 'item', numbering, level: context.level + 1 }))
  })
  return parts.join('')
}

function paragraphXml(node: Node, next: Node | null, position: number, context: BlockContext): string {
  const own = node.type.name === 'paragraph' ? context.style : node.type.name
  const { inserted, deleted } = next ? suggestionOf(next) : {}
  const mark = markXml(inserted ?? context.inserted, deleted ?? context.deleted, context)
  const former = suggestionOf(node).changed?.[0]
  const change = former ? context.revision('pPrChange', former, element('w:pPr', {}, element('w:pStyle', { 'w:val': styleIdOf(former.type) }))) : ''
  return element('w:p', {}, paragraphProperties(own, context.numbering, mark, change), context.leadAt(position), runsXml(node, position + 1, context))
}

const paragraphProperties = (style: string, numbering: string, mark: string, change = '') =>
  element('w:pPr', {}, element('w:pStyle', { 'w:val': styleIdOf(style) }), numbering, mark === '' ? '' : element('w:rPr', {}, mark), change)

const markXml = (inserted: Stamp | undefined, deleted: Stamp | undefined, { revision }: RunContext): string =>
  (inserted ? revision('ins', inserted) : '') + (deleted ? revision('del', deleted) : '')
