import type { DropReason, DroppedLine, ImportWarning } from '../../common/interchange/import'
import { filled, type Language, type Text } from './command'

const leftOut: Text = { 'zh-CN': '未采用（{reason}）：{text}', en: 'Left out ({reason}): {text}' }

const reasons: Record<DropReason, Text> = {
  'furniture': { 'zh-CN': '网页按钮', en: 'page button' },
  'list-heading': { 'zh-CN': '列表标题', en: 'list heading' },
  'repeats-title': { 'zh-CN': '与标题重复', en: 'repeats the title' },
  'blank': { 'zh-CN': '空行', en: 'blank' },
  'navigation': { 'zh-CN': '网页导航', en: 'navigation' },
  'copyright': { 'zh-CN': '版权声明', en: 'copyright' },
  'by-hand': { 'zh-CN': '手动移出', en: 'left out by hand' },
}

export const leftOutText = ({ text, reason }: DroppedLine, language: Language) =>
  filled(leftOut[language], { text, reason: reasons[reason as DropReason]?.[language] ?? reason })

export const warningTexts: Record<ImportWarning['code'], Text> = {
  'no-dateline': { 'zh-CN': '没有认出电头', en: 'No dateline recognised' },
  'no-source': { 'zh-CN': '没有来源', en: 'No source' },
  'no-date': { 'zh-CN': '没有发布时间', en: 'No time of publication' },
  'no-editor': { 'zh-CN': '没有责任编辑', en: 'No responsible editor' },
  'no-headline': { 'zh-CN': '没有认出标题', en: 'No headline recognised' },
  'no-body': { 'zh-CN': '没有认出正文', en: 'No body recognised' },
  'unpaired-quotes': { 'zh-CN': '引号不成对', en: 'Quotation marks do not pair' },
  'unknown-name-form': { 'zh-CN': '署名的写法少见，请核对人名', en: 'An unusual byline: check the names' },
  'replacement-characters': { 'zh-CN': '有无法识别的字符，请对照原件', en: 'Characters could not be read: compare with the original' },
  'uncertain-deck': { 'zh-CN': '标题各行的身份不能确定，请核对', en: 'The parts of the deck are uncertain: check them' },
}
