import type { DeckType } from '../../document/nodes'

export interface DeckReading { type: DeckType, isUncertain: boolean }

const occasion = /(召开|举行|举办|开幕|闭幕|开班|启动|会见|调研|考察|视察|接见|座谈).{0,30}$|会(议|上)?$|[会谈研察话]时?(强调|指出|要求)?[：:]?$|(强调|指出|要求|表示)[：:]?$|^(在|贯彻|学习|落实|纪念|庆祝|聚焦).{2,30}[：:]$|[：:]$/
const event = /(召开|举行|举办|会见|调研|考察|主持召开).{2,}|(会议?|大会|全会|座谈会|论坛|仪式)$|(强调|指出|要求)$/
const attendance = /(主持|出席|讲话|参加|致辞|陪同|列席|作报告|点评|部署|宣读|见证|致贺信|作批示)(并(讲话|致辞|作?点评|宣布|部署.{0,6}|提出要求))?(会议|活动|仪式|开幕式|有关活动)?$/
const dash = /^(—|-|－|―|─){1,}/

/** A line such as `——全市项目建设侧记` or `张某主持并讲话 李某出席`. */
export const isSubheadLike = (line: string) => dash.test(line) || (attendance.test(line) && line.length <= 30 && !/召开|举行/.test(line))

/** A line that states the occasion and leaves the news to the line below it. */
export const isKickerLike = (line: string) => line.length <= 40 && occasion.test(line) && event.test(line) || /[：:]$/.test(line)

const mostHeadlines = 3
const near = 3

/**
 * Which of the lines above a story is what: attendance and dash lines at the end are subheads 副题, the occasion at the head is
 * the kicker 引题, what is left are headline lines 主题, at least one and at most three.
 */
export function readDeck(lines: readonly string[]): DeckReading[] {
  const first = lines.length > 1 && isKickerLike(lines[0]!) && !isSubheadLike(lines[1]!) ? 1 : 0
  const dashed = lines.findIndex((line, index) => index > first && dash.test(line))
  let last = dashed < 0 ? lines.length : dashed
  while (last - 1 > first && isSubheadLike(lines[last - 1]!)) last--
  return [
    ...lines.slice(0, first).map(() => certain('kicker')),
    ...readMiddle(lines.slice(first, last), first > 0 || last < lines.length),
    ...lines.slice(last).map(line => ({ type: 'subhead' as const, isUncertain: !isSubheadLike(line) })),
  ]
}

const certain = (type: DeckType): DeckReading => ({ type, isUncertain: false })
const uncertain = (type: DeckType): DeckReading => ({ type, isUncertain: true })

/** Lines that say nothing of themselves: certain when they are one, when they are alike in length, or when kicker or subhead frame them. */
function readMiddle(lines: readonly string[], isFramed: boolean): DeckReading[] {
  if (lines.length === 1) return [certain('headline')]
  if (lines.length > mostHeadlines) return lines.map((_, index) => uncertain(index < 2 ? 'headline' : 'subhead'))
  if (isFramed && lines.length === 2 || areAlike(lines)) return lines.map(() => certain('headline'))
  if (lines.length === 3) return [uncertain('kicker'), uncertain('headline'), uncertain('subhead')]
  return byLength(lines[0]!.length, lines[1]!.length)
}

function byLength(first: number, second: number): DeckReading[] {
  if (second >= first + 8) return [uncertain('headline'), uncertain('subhead')]
  if (first >= second + 8) return [uncertain('kicker'), uncertain('headline')]
  return [uncertain('headline'), uncertain('headline')]
}

const areAlike = (lines: readonly string[]) => lines.every(line => Math.abs(line.length - lines[0]!.length) <= near)
