import type { StoryKind } from '../../common/document/slip'
import type { Stage } from '../../common/story/story'
import type { Text } from './command'

export const kindNames: Record<StoryKind, Text> = {
  'meeting-report': { 'zh-CN': '会议报道', en: 'Meeting report' },
  news: { 'zh-CN': '消息', en: 'News' },
  commentary: { 'zh-CN': '评论', en: 'Commentary' },
  feature: { 'zh-CN': '通讯', en: 'Feature' },
  interview: { 'zh-CN': '专访', en: 'Interview' },
  brief: { 'zh-CN': '简讯', en: 'Brief' },
  notice: { 'zh-CN': '公告', en: 'Notice' },
}

export const stageNames: Record<Stage, Text> = {
  draft: { 'zh-CN': '草稿', en: 'Draft' },
  'first-review': { 'zh-CN': '初审', en: 'First review' },
  'second-review': { 'zh-CN': '复审', en: 'Second review' },
  'final-review': { 'zh-CN': '终审', en: 'Final review' },
  'first-proof': { 'zh-CN': '一校', en: 'First proof' },
  'second-proof': { 'zh-CN': '二校', en: 'Second proof' },
  'third-proof': { 'zh-CN': '三校', en: 'Third proof' },
  released: { 'zh-CN': '签发', en: 'Released' },
  'to-press': { 'zh-CN': '付印', en: 'To press' },
}
