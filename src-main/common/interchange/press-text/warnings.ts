import type { Slip } from '../../document/slip'
import type { ImportLine, ImportWarning } from '../import'
import { openQuotationMarks } from './quotation-marks'

const inStory = new Set(['kicker', 'headline', 'subhead', 'paragraph', 'crosshead', 'short-title'])

/** What a person should look at before taking the story. */
export function warningsOf(lines: readonly ImportLine[], slip: Partial<Slip>, uncertainNames: readonly number[]): ImportWarning[] {
  return [...missing(lines, slip), ...uncertainDeck(lines), ...namesIn(lines, uncertainNames), ...damaged(lines), ...unpaired(lines)]
}

const warning = (code: ImportWarning['code'], message: string, line: number | null = null): ImportWarning => ({ code, message, line })

function missing(lines: readonly ImportLine[], slip: Partial<Slip>): ImportWarning[] {
  const has = (role: ImportLine['role']) => lines.some(line => line.role === role)
  return [
    !has('headline') && warning('no-headline', '没有认出标题'),
    !has('paragraph') && warning('no-body', '没有认出正文'),
    !slip.dispatch && warning('no-dateline', '没有认出电头', lines.find(line => line.role === 'paragraph')?.number ?? null),
    !slip.source && warning('no-source', '没有来源'),
    !slip.publishedAt && warning('no-date', '没有发布时间'),
    !slip.editor && warning('no-editor', '没有责任编辑'),
  ].filter(found => found !== false)
}

function uncertainDeck(lines: readonly ImportLine[]): ImportWarning[] {
  const line = lines.find(({ role, isUncertain }) => isUncertain && ['short-title', 'kicker', 'headline', 'subhead'].includes(role))
  return line ? [warning('uncertain-deck', '标题各行的身份不能确定，请核对', line.number)] : []
}

function namesIn(lines: readonly ImportLine[], uncertain: readonly number[]): ImportWarning[] {
  const numbers = new Set(lines.map(({ number }) => number))
  return uncertain.filter(number => numbers.has(number)).map(number => warning('unknown-name-form', '署名的写法少见，请核对人名', number))
}

const damaged = (lines: readonly ImportLine[]) => lines
  .filter(line => line.role !== 'dropped' && line.original.includes('\uFFFD'))
  .map(line => warning('replacement-characters', '有无法识别的字符（�），请对照原件', line.number))

/** A quotation may run over several paragraphs, each opened anew and only the last closed (GB/T 15834, 4.8.3). */
function unpaired(lines: readonly ImportLine[]): ImportWarning[] {
  const story = lines.filter(line => inStory.has(line.role))
  return story.filter((line, index) => !isPaired(line, story[index + 1])).map(line => warning('unpaired-quotes', '引号不成对', line.number))
}

function isPaired(line: ImportLine, next: ImportLine | undefined): boolean {
  if (/(?<![A-Za-z0-9])["＂]|["＂](?![A-Za-z0-9])/.test(line.text) && /\p{Script=Han}/u.test(line.text)) return false
  const open = openQuotationMarks(line.text)
  if (open === undefined) return false
  return open.length === 0 || line.role === 'paragraph' && next?.role === 'paragraph' && next.text.startsWith(open[0]!)
}
