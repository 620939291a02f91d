import type { Change } from '../../common/suggestions/changes'
import { printable } from '../story/printable'

/** What stands in the margin at the end of a leader; `change` is the id of the change it tells of. */
export interface MarginNote { kind: 'insert' | 'delete' | 'change' | 'word', text: string, colour: string, change: string }

/** How a note of a change reads; `isTarget`: at the place where moved words go to; `isRetyped`: a node became one of another kind, not only of other attributes. */
export function noteText({ kind, removed, added, names }: Change, { isTarget, number, isStyled, isRetyped }: { isTarget: boolean, number: number, isStyled: boolean, isRetyped: boolean }): string {
  switch (kind) {
    case 'insert': case 'replace': return words(added)
    case 'move': return isTarget ? `转${number}移此` : `转${number}`
    case 'break': return '另起段'
    case 'run-on': return '接排'
    case 'style': return names.map(name => `${isStyled ? '改' : '去'}${styleNames[name] ?? name}`).join('、')
    case 'look': return `${isRetyped ? '改作' : ''}${names.map(name => nodeNames[name] ?? name).join('、')}${isRetyped ? '' : '有改'}`
    case 'insert-node': return `增${names.map(name => nodeNames[name] ?? name).join('、')}${added === '' ? '' : `：${words(added)}`}`
    case 'delete-node': return nodeNames[names[0] ?? ''] ?? ''
    default: return words(removed === '' ? added : '')
  }
}

export const noteKind = ({ kind }: Change): MarginNote['kind'] =>
  kind === 'insert' ? 'insert' : kind === 'delete' || kind === 'delete-node' ? 'delete' : kind === 'replace' ? 'change' : 'word'

const longest = 120 // characters: more is written on a sheet of its own

function words(text: string): string {
  const line = text.replaceAll('\n', '〔另起段〕')
  return printable(line.length > longest ? `${line.slice(0, longest)}……` : line)
}

const styleNames: Record<string, string> = { strong: '黑体', emphasisDots: '着重号', link: '链接', subscript: '下标', superscript: '上标', ruby: '注音' }
const nodeNames: Record<string, string> = {
  kicker: '引题', headline: '主题', subhead: '副题', paragraph: '正文', crosshead: '小标题', quotation: '引文', rule: '分隔线', figure: '图片', caption: '图片说明',
  credit: '图片署名', bulletList: '列表', orderedList: '编号列表', listItem: '列表项', table: '表格', tableRow: '表格行', tableCell: '单元格', tableHeader: '表头', lineBreak: '换行',
}
