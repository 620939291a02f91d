import { byKind, certain, dropped, uncertain, type CandidateLine, type LineReading } from './classify'
import { hasHan } from './characters'
import { listHeading } from './furniture'
import { readSourceLine } from './source-line'

/** Roles from the opening paragraph on: the body up to the editor's line or the first list, then lists of other stories. */
export function classifyBody(lines: readonly CandidateLine[]): LineReading[] {
  const end = endOfBody(lines)
  return [...readBody(lines.slice(0, end)), ...readTail(lines.slice(end))]
}

const isParagraphLike = (text: string) => /[。！？!?][”’"）)]?$/.test(text) && text.length >= 40
const endMark = /[。！？!?；;：:，,、…](?:[”’"）)])?$|^[“"].*[”"]$/

/** The first editor's line or heading of a list that no further paragraphs follow. */
function endOfBody(lines: readonly CandidateLine[]): number {
  const next = nextTextOf(lines)
  const end = lines.findIndex((line, index) =>
    (line.kind === 'editor-line' || line.kind === 'list-heading') && !isParagraphLike(lines[next[index]!]?.text ?? ''))
  return end < 0 ? lines.length : end
}

/** For each line the index of the next line of text after it. */
function nextTextOf(lines: readonly CandidateLine[]): number[] {
  const next = new Array<number>(lines.length)
  let found = lines.length
  for (let index = lines.length - 1; index >= 0; index--) {
    next[index] = found
    if (lines[index]!.kind === 'text') found = index
  }
  return next
}

function readBody(lines: readonly CandidateLine[]): LineReading[] {
  const next = nextTextOf(lines)
  const isShort = lines.map(line => line.kind === 'text' && isHeadingForm(line.text))
  return lines.map((line, index) => {
    const isFollowed = next[index]! < lines.length
    if (line.kind === 'text') return isShort[index] ? readShortLine(lines, isShort, next, index) : certain('paragraph')
    if (line.kind === 'list-heading') return uncertain('crosshead')
    if (line.kind === 'copyright' && isFollowed && line.text.length >= 30) return uncertain('paragraph')
    if (line.kind === 'source-line' && !namesSource(line.text)) return uncertain('paragraph')
    return byKind(line.kind)
  })
}

const numbered = /^([一二三四五六七八九十]+[、.．]|（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]+[章节部])/
const isCaption = (text: string) => /^(图为|图[一二三四\d]|上图|下图|左图|右图|资料图)|(摄|供图|制图|图片)$/.test(text)

/** Particulars of a notice, a line each. */
const particular = /^(时间|地点|地址|电话|联系人|联系方式|联系电话|主办|承办|协办|嘉宾|对象|方式|邮箱|网址|备注|附)[：:]/

function isHeadingForm(text: string): boolean {
  return text.length <= (numbered.test(text) ? 40 : 26) && hasHan(text) && !endMark.test(text) && !isCaption(text) && !particular.test(text)
}

const longestPair = 2

/** A short line with text after it is a crosshead 小标题; three of them in a row are a list, not headings. */
function readShortLine(lines: readonly CandidateLine[], isShort: readonly boolean[], next: readonly number[], index: number): LineReading {
  const following = next[index]!
  if (following >= lines.length) return uncertain('paragraph')
  if (isInRun(index, following)) return uncertain('paragraph')
  return { role: 'crosshead', isUncertain: lines[index]!.text.length > 20 || isShort[following]! }

  function isInRun(place: number, after: number): boolean {
    if (numbered.test(lines[place]!.text) && !isShort[after]) return false
    let length = 1
    for (let at = after; length < longestPair + 1 && at < lines.length && isShort[at]; at = next[at]!) length++
    for (let at = previousText(place); length < longestPair + 1 && at >= 0 && isShort[at]; at = previousText(at)) length++
    return length > longestPair
  }

  function previousText(place: number): number {
    let at = place - 1
    while (at >= 0 && lines[at]!.kind !== 'text') at--
    return at
  }
}

function namesSource(text: string): boolean {
  const fields = readSourceLine(text)
  return fields?.source !== undefined || fields?.author !== undefined || fields?.keywords !== undefined
}

/** After the body: headings are dropped, short lines are other stories' titles, whole paragraphs are text after all. */
function readTail(lines: readonly CandidateLine[]): LineReading[] {
  let role: 'related' | 'latest' | undefined
  return lines.map(line => {
    if (line.kind === 'list-heading') role = listHeading(line.text) === 'latest' ? 'latest' : 'related'
    if (line.kind !== 'text') return byKind(line.kind)
    if (role) return { role, isUncertain: isParagraphLike(line.text) && /。/.test(line.text) }
    return isParagraphLike(line.text) ? uncertain('paragraph') : line.text.length <= 60 ? uncertain('related') : dropped('navigation', true)
  })
}
