import type { ImportWarning } from '../../common/interchange/import'
import type { Text } from './command'

export const leftOut: Text = { 'zh-CN': '未采用', en: 'Left out' }

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
