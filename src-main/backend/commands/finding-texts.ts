import type { FindingCode } from '../../common/print/preflight'
import type { Text } from './command'

/** A sentence for each finding; names in braces are its values. */
export const findingTexts: Readonly<Record<FindingCode, Text>> = {
  'does-not-fit': { 'zh-CN': '超出版位 {lines} 行', en: '{lines} lines too long for the slot' },
  'missing-glyph': { 'zh-CN': '字体缺字 {character}（{codePoint}）×{count}', en: 'No font has {character} ({codePoint}) ×{count}' },
  'glyph-substituted': { 'zh-CN': '{family} 没有 {character}（{codePoint}），以 {by} 代替 ×{count}', en: '{family} has no {character} ({codePoint}), {by} in its place ×{count}' },
  'font-substituted': { 'zh-CN': '没有字体 {family}，以 {by} 代替', en: 'No font {family}, {by} in its place' },
  'font-not-embedded': { 'zh-CN': '字体没有嵌入：{reason}', en: 'A font is not embedded: {reason}' },
  'picture-missing': { 'zh-CN': '第 {number} 幅图没有图片，或文件缺失、损坏', en: 'Figure {number} has no picture, or its file is missing or damaged' },
  'picture-resolution': { 'zh-CN': '第 {number} 幅图按印刷尺寸只有 {ppi} ppi，应不低于 {least}', en: 'Figure {number} has {ppi} ppi at the printed size, {least} are wanted' },
  'picture-ink': { 'zh-CN': '第 {number} 幅图墨量 {ink}%，上限 {limit}%', en: 'Figure {number} takes {ink} % ink, {limit} % are the limit' },
  'page-ink': { 'zh-CN': '版面墨量 {ink}%，上限 {limit}%', en: 'The page takes {ink} % ink, {limit} % are the limit' },
  'colour-space': { 'zh-CN': '有黑、灰、CMYK 以外的颜色：{reason}', en: 'A colour is neither black, gray nor CMYK: {reason}' },
  'transparency': { 'zh-CN': '有透明效果：{reason}', en: 'Something is transparent: {reason}' },
  'standard': { 'zh-CN': '不合标准（{requirement}）：{reason}', en: 'Against the standard ({requirement}): {reason}' },
  'headline-missing': { 'zh-CN': '没有主题', en: 'No headline' },
  'editor-missing': { 'zh-CN': '没有责任编辑', en: 'No responsible editor' },
  'caption-missing': { 'zh-CN': '第 {number} 幅图没有图片说明', en: 'Figure {number} has no caption' },
  'credit-missing': { 'zh-CN': '第 {number} 幅图没有署名', en: 'Figure {number} has no credit' },
  'legal-hold': { 'zh-CN': '法务暂扣：{reason}', en: 'Legal hold: {reason}' },
  'not-for-publication': { 'zh-CN': '稿签注明不予刊发', en: 'The slip says: not for publication' },
  'embargo': { 'zh-CN': '未到解禁时间 {until}', en: 'Under embargo until {until}' },
  'killed': { 'zh-CN': '已撤稿：{reason}', en: 'Killed: {reason}' },
  'correction-open': { 'zh-CN': '更正或更新尚未签完：{reason}', en: 'A correction or update is not signed through: {reason}' },
  'stories-overlap': { 'zh-CN': '与“{other}”的版位重叠', en: 'Stands on “{other}”' },
  'page-paper-missing': { 'zh-CN': '版面没有报名', en: 'The page names no paper' },
  'page-date-missing': { 'zh-CN': '版面没有日期', en: 'The page has no date' },
  'page-number-missing': { 'zh-CN': '版面没有版次', en: 'The page has no number' },
  'placeholder': { 'zh-CN': '有待补的文字：{text}', en: 'Something is still to be filled in: {text}' },
}
