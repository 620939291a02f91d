import type { Contributor, LinkNote, Slip } from '../../common/document/slip'
import type { SlipChange } from '../../common/suggestions/slip-changes'
import { printable } from '../story/printable'
import { colourOf } from './pass-colours'

/** A changed field of the slip as a galley's head says it: what it was, and what it is to be. */
export interface SlipNote { name: string, removed: string, added: string, colour: string }

export function slipNotes(changes: readonly SlipChange[]): SlipNote[] {
  return changes.map(({ field, from, to, pass }) => ({ name: fieldNames[field], removed: words(from), added: words(to), colour: colourOf(pass) }))
}

function words(value: unknown): string {
  if (Array.isArray(value)) return printable(value.map(entryWords).join('、'))
  const said = String(value ?? '')
  return printable(valueNames[said] ?? said.replace(/(?<=\d)T(?=\d)/, ' '))
}

function entryWords(entry: string | Contributor | LinkNote): string {
  if (typeof entry === 'string') return entry
  return 'name' in entry ? `${roleNames[entry.role]} ${entry.name}` : entry.text
}

const fieldNames: Record<keyof Slip, string> = {
  shortTitle: '短标题', kind: '体裁', source: '来源', agency: '电头署名单位', dispatch: '讯/电', datelinePlace: '发稿地点', datelineDate: '发稿日期', byline: '署名', editor: '责任编辑',
  dutyChief: '值班主任', releasedBy: '签发', credits: '审核校对等署名', section: '版面', page: '版次', desk: '部门', priority: '优先级', keywords: '关键词', plannedLength: '计划字数', rank: '篇幅档次',
  publishedAt: '发布时间', embargo: '解禁时间', instructions: '编辑要求', legalHold: '法务暂扣', publication: '刊发', links: '相关链接',
}
const valueNames: Record<string, string> = {
  'meeting-report': '会议报道', 'news': '消息', 'commentary': '评论', 'feature': '通讯', 'interview': '专访', 'brief': '简讯', 'notice': '公告',
  'normal': '普通', 'urgent': '特急', 'internal': '不予刊发', 'leaders': '主要领导', 'others': '其他领导', 'festive': '节庆活动', 'none': '不限',
}
const roleNames: Record<Contributor['role'], string> = { reporter: '记者', correspondent: '通讯员', intern: '实习生', photo: '摄影' }
