import type { Node } from '@tiptap/pm/model'
import { deletionOf, insertionOf, markNamed, styleChangesOf } from '../../../common/suggestions/marks'
import type { Stamp } from '../../../common/document/stamp'
import type { Revision } from './revision'
import { rubyXml } from './ruby'
import { element, escapedXml } from './xml-text'

export interface RunContext {
  revision: Revision
  /** The relation that leads to an address. */
  relationTo(address: string): string
  /** What stands before the words that begin, and after those that end, at a position: ranges of comments. */
  opensAt(position: number): string
  closesAt(position: number): string
  /** The whole node around the words is suggested to come or to go. */
  inserted?: Stamp | undefined
  deleted?: Stamp | undefined
}

interface Group { link: string, inserted?: Stamp | undefined, deleted?: Stamp | undefined, before: string, after: string, nodes: Node[] }

/** The words of a text block that starts at `start`: runs, with insertions and deletions around those of one change. */
export function runsXml(block: Node, start: number, context: RunContext): string {
  const groups: Group[] = []
  block.forEach((node, offset) => addTo(groups, node, start + offset, context))
  return groups.map(group => groupXml(group, context)).join('')
}

function addTo(groups: Group[], node: Node, position: number, context: RunContext): void {
  const inserted = insertionOf(node) ?? context.inserted
  const deleted = deletionOf(node) ?? context.deleted
  const link = String(markNamed(node, 'link')?.attrs.href ?? '')
  const [before, after] = [context.opensAt(position), context.closesAt(position + node.nodeSize)]
  const last = groups.at(-1)
  if (last && before === '' && last.after === '' && last.link === link && last.inserted?.id === inserted?.id && last.deleted?.id === deleted?.id) {
    last.nodes.push(node)
    last.after = after
  } else groups.push({ link, inserted, deleted, before, after, nodes: [node] })
}

function groupXml({ link, inserted, deleted, before, after, nodes }: Group, { revision, relationTo }: RunContext): string {
  const runs = nodes.map(node => runXml(node, deleted !== undefined, revision)).join('')
  const taken = deleted ? revision('del', deleted, runs) : runs
  const given = inserted ? revision('ins', inserted, taken) : taken
  return before + (link ? element('w:hyperlink', { 'r:id': relationTo(link) }, given) : given) + after
}

function runXml(node: Node, isDeleted: boolean, revision: Revision): string {
  const words = node.isText ? element(isDeleted ? 'w:delText' : 'w:t', { 'xml:space': 'preserve' }, escapedXml(node.text!)) : element('w:br')
  const styles = node.marks.map(mark => mark.type.name)
  const changes = styleChangesOf(node.marks).filter(({ style }) => style !== 'ruby') // Word follows no changes of readings
  const change = changes.length > 0 ? revision('rPrChange', changes.at(-1)!, element('w:rPr', {}, ...look(formerStyles(styles, changes)))) : ''
  const properties = [...look(styles), change].join('')
  const styled = properties === '' ? '' : element('w:rPr', {}, properties)
  const reading = isDeleted ? '' : String(markNamed(node, 'ruby')?.attrs.reading ?? '')
  return element('w:r', {}, styled, reading ? rubyXml(reading, element('w:r', {}, styled, words)) : words)
}

/** The styles words had before all changes of style. */
function formerStyles(styles: readonly string[], changes: ReturnType<typeof styleChangesOf>): string[] {
  const first = new Map([...changes].sort((a, b) => b.turn - a.turn).map(change => [change.style, change.before]))
  return [...styles.filter(style => first.get(style) !== null), ...[...first].filter(([style, before]) => before !== null && !styles.includes(style)).map(([style]) => style)]
}

/** Run properties in the order the schema asks for. */
const look = (styles: readonly string[]): string[] => [
  styles.includes('strong') ? element('w:b') : '',
  styles.includes('subscript') ? element('w:vertAlign', { 'w:val': 'subscript' }) : styles.includes('superscript') ? element('w:vertAlign', { 'w:val': 'superscript' }) : '',
  styles.includes('emphasisDots') ? element('w:em', { 'w:val': 'dot' }) : '',
]
