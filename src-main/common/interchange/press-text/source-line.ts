import type { Slip } from '../../document/slip'
import { tidied } from './characters'
import { isFurniture } from './furniture'
import { isPersonName } from './names'

export type SourceFields = Partial<Pick<Slip, 'publishedAt' | 'source' | 'keywords' | 'editor' | 'releasedBy' | 'credits'>> & { author?: string, photo?: string }

const dateAndTime = /(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?: ?日)?(?:[ T]*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?[ T]*(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})秒?|分)?(?!\d))?/
const labels = {
  time: /(?:(?:发布|发表|更新|刊发|上传|稿件)?(?:时间|日期)|发布于|发表于|更新于|发布) ?[：:]?/,
  source: /(?:稿件|文章|新闻|信息|原文)?(?:来源|来自|出处|稿源|转自) ?[：:]|来源(?= )/,
  author: /(?:作者|记者|撰稿|供稿|撰文|(?<!\p{Script=Han})文字?) ?[：:]/u,
  photo: /(?:摄影|图片|供图|(?<!\p{Script=Han})图) ?[：:]/u,
  releasedBy: /签发 ?[：:]/,
  others: /(?:审核|审签|审读|校对|校审|编审|监制|[初复终一二三]审|统筹|策划) ?[：:]/,
  editor: /(?:责任编辑|责编|编辑|录入) ?[：:]/,
  keywords: /(?:关键词|关键字|标签|Tags?) ?[：:]/i,
  ignored: /(?:浏览|阅读|点击|访问|评论|点赞|收藏|人气)(?:次数|数|量|人数)? ?[：:]?|字号? ?[：:]|字体(?:大小)? ?[：:]?|分享(?:到|至)? ?[：:]?/,
}
type Label = keyof typeof labels
const patterns = (Object.keys(labels) as Label[]).map(label => ({ label, pattern: new RegExp(labels[label], `g${labels[label].flags}`) }))
const speaksOfSource = /\d{4}|[：:]|来源|来自|出处|稿源|转自|时间|日期|发布|更新/

/**
 * `2021-10-29 21:01:26 来源：临江日报 作者：张三`: what a line of date, source and the like says;
 * undefined when it holds anything that is no such thing. A bare paper's name beside the date counts as source.
 */
export function readSourceLine(line: string): SourceFields | undefined {
  if (!speaksOfSource.test(line)) return undefined
  const text = tidied(line).replace(/[|｜【】[\]()（）《》]/g, ' ').replace(/ +/g, ' ').trim()
  if (text === '' || text.length > 200) return undefined
  const date = dateAndTime.exec(text)
  const rest = date ? `${text.slice(0, date.index)} ${text.slice(date.index + date[0].length)}` : text
  const fields = readLabels(rest.replace(/ +/g, ' ').trim(), date !== null)
  if (!fields || (!date && Object.keys(fields).length === 0)) return undefined
  return date ? { publishedAt: isoTime(date), ...fields } : fields
}

/** The parts between labels belong to the label before them; words before the first label must be a source or furniture. */
function readLabels(text: string, hasDate: boolean): SourceFields | undefined {
  const fields: SourceFields = {}
  const marks = labelsIn(text)
  const lead = text.slice(0, marks[0]?.start ?? text.length).trim()
  if (!takeBare(fields, lead, hasDate)) return undefined
  for (const [index, mark] of marks.entries()) {
    const value = text.slice(mark.end, marks[index + 1]?.start ?? text.length).trim()
    if (!takeLabelled(fields, mark, value, hasDate)) return undefined
  }
  return fields
}

function labelsIn(text: string): { label: Label, words: string, start: number, end: number }[] {
  const found = patterns.flatMap(({ label, pattern }) =>
    [...text.matchAll(pattern)].map(match => ({ label, words: match[0], start: match.index, end: match.index + match[0].length })))
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end)
  return sorted.filter((mark, index) => !sorted.slice(0, index).some(other => other.end > mark.start))
}

const longestSource = 24

function takeBare(fields: SourceFields, words: string, hasDate: boolean): boolean {
  if (words === '' || isFurniture(words) || isNoise(words)) return true
  if (!hasDate || words.length > longestSource || /[，。；：！？,;:!?“”]/.test(words)) return false
  const [source = '', ...others] = words.split(' ')
  if (!isMedium(source) || !others.every(word => isFurniture(word) || isNoise(word))) return false
  fields.source ??= source
  return true
}

function takeLabelled(fields: SourceFields, { label, words }: { label: Label, words: string }, value: string, hasDate: boolean): boolean {
  if (label === 'time' || label === 'ignored') return takeBare(fields, value, hasDate)
  if (value.length > 60 || /[。！？]/.test(value)) return false
  if (label === 'others') return takeCredit(fields, words.replace(/[ ：:]/g, ''), value)
  if (label === 'photo' && !value.split(/[ 、，]+/).every(isPersonName)) return false
  if (label === 'keywords') fields.keywords = value.split(/[ ,，;；、]+/).filter(Boolean)
  else if (label === 'source') return takeSource(fields, value)
  else if (value !== '') fields[label] = value
  return true
}

function takeCredit(fields: SourceFields, role: string, names: string): boolean {
  if (names.length > 30) return false
  if (names !== '') fields.credits = [fields.credits, `${role}：${names.replace(/ /g, '、')}`].filter(Boolean).join('\u3000')
  return true
}

/** A source is one word, or several when no furniture follows it (`来源：临江日报 打印 放大`). */
function takeSource(fields: SourceFields, value: string): boolean {
  const words = value.split(' ').filter(word => !isFurniture(word) && !isNoise(word))
  if (words.join(' ').length > longestSource + 6) return false
  if (words.length > 0) fields.source = words.join(' ')
  return true
}

const isNoise = (words: string) => /^[\d\s.,万次个条千+:：—·-]+$|^(第? ?\d* ?版|(星期|周)[一二三四五六日天]|上午|下午)$/.test(words)

/** Whether a bare word is the name of a paper, site or agency. */
export function isMedium(word: string): boolean {
  return word.length <= 16 && /^[\p{Script=Han}A-Za-z0-9·—-]{1,}(报|网|社|台|客户端|融媒体?|融媒体中心|新闻|在线|传媒|频道|发布|号|周刊|杂志|App|APP|之声|观察)$/u.test(word)
}

/** Local ISO time to the second; midnight when only the day is known. */
function isoTime([, year, month, day, hour = '0', minute = '0', second = '0']: RegExpExecArray): string {
  const two = (digits: string) => digits.padStart(2, '0')
  return `${year}-${two(month!)}-${two(day!)}T${two(hour)}:${two(minute)}:${two(second)}`
}
