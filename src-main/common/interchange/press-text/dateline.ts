import type { Contributor, Dispatch } from '../../document/slip'
import { readByline, startsWithRole } from './byline'
import { medium } from './medium'
import { isPersonName } from './names'
import { readReportedDateline } from './reported-dateline'

export interface DatelineReading {
  agency: string
  dispatch: Dispatch
  place: string
  year: number | null // as a rule not given
  month: number | null
  day: number | null
  byline: Contributor[]
  isUsual: boolean // every name in the byline has the form of a name
  length: number // characters of the paragraph that the dateline takes
}

const opening = new RegExp(
  `^(?<cut>据|综合)?(?<agency>${medium}(?:全媒体|客户端|融媒体?|新闻)?) ?(?<place>\\p{Script=Han}{2,8}?)?(?<dateSpace> ?)(?:(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})日)? ?(?:专)?(?<dispatch>讯|电|消息)(?<end>.?)`, 'u')

/** Beside a bare 讯 or 电 these make another word: 电力, 电视, 通讯, 供电 … */
const wordAfter = /[力视话影商脑子池器网信台波梯缆源能厂站机动车磁气报函文]/
const wordBefore = /[通资短快简问审视音家充发供用停水核火风光机来致贺唁闪导带静]/

/** The dateline that opens `paragraph` (normalised), with the people named right after it; undefined when there is none. */
export function readDateline(paragraph: string): DatelineReading | undefined {
  const reported = readReportedDateline(paragraph)
  if (reported) return reported
  const match = opening.exec(paragraph.slice(0, 80))
  if (!match?.groups || !isDispatch(match[0], match.groups)) return undefined
  const { cut, agency = '', place = '', year, month, day, dispatch } = match.groups
  const length = match[0].length - (match.groups.end ?? '').length
  const people = readPeople(paragraph, length)
  return {
    agency: agency.replace(/ /g, ''),
    dispatch: dispatch === '电' && cut ? '据电' : dispatch as Dispatch,
    place,
    year: year ? Number(year) : null,
    month: month ? Number(month) : null,
    day: day ? Number(day) : null,
    byline: people.byline,
    isUsual: people.isUsual,
    length: people.end,
  }
}

/** Whether 讯 or 电 stands there as such: with a date, or apart from the text, or right after the paper's name. */
function isDispatch(whole: string, { cut, end = '', month, place, dispatch }: Partial<Record<string, string>>): boolean {
  if (wordAfter.test(end)) return false
  if (dispatch === '消息') return /^[ （]?$/.test(end) && !cut
  if (month || /^[ （：:]?$/.test(end) && !wordBefore.test(whole.slice(0, whole.length - end.length).at(-2) ?? '')) return true
  return dispatch === '讯' && !place && !wordBefore.test(whole.at(-2 - end.length) ?? '')
}

interface People { byline: Contributor[], isUsual: boolean, end: number }

/** The people after place `start`: in one or more parentheses, or bare (`记者 张三 李四 通讯员 王五`). `end` is where the text begins. */
function readPeople(paragraph: string, start: number): People {
  const parentheses = /^(?:[ \u3000]*（[^（）]{2,80}）)+/.exec(paragraph.slice(start, start + 240))
  if (parentheses && isByline(parentheses[0])) {
    const { byline, isUsual } = readByline(parentheses[0])
    return { byline, isUsual, end: endOfSpaces(paragraph, start + parentheses[0].length) }
  }
  const bare = bareByline(paragraph.slice(start, start + 120))
  if (!bare) return { byline: [], isUsual: true, end: endOfSpaces(paragraph, start) }
  return { ...readByline(bare.people), end: endOfSpaces(paragraph, start + bare.length) }
}

function isByline(text: string): boolean {
  const inner = text.replace(/[（）]/g, ' ').trim()
  return startsWithRole(inner) || /[/ ](文|图|摄)|摄$|记者|通讯员/.test(inner) || inner.split(/[ 、]+/).every(isPersonName)
}

const bareSeparator = /^[ \u3000、，/]*/

/** Role words and names without parentheses: each name must have the form of a name, so that the text is not eaten. */
function bareByline(text: string): { people: string, length: number } | undefined {
  let place = bareSeparator.exec(text)![0].length
  const start = place
  let end = 0
  let isNamed = false
  while (place < text.length) {
    const word = bareWord.exec(text.slice(place))?.[0]
    if (!word || !(startsWithRole(word) || isPersonName(word.replace(/ /g, '')))) break
    if (end === 0 && !startsWithRole(word)) break
    isNamed ||= !startsWithRole(word)
    place += word.length
    end = place
    place += bareSeparator.exec(text.slice(place))![0].length
  }
  if (!isNamed) return undefined
  const told = /^[ \u3000]*(?:摄影)?报道[：:，]?/.exec(text.slice(end))?.[0] ?? ''
  return { people: text.slice(start, end), length: end + told.length }
}

const bareWord = /^(?:(?:本报|本网)?(?:见习|实习|首席|特派|特约|全媒体)?(?:记者|通讯员|实习生)|文\/图|摄影|\p{Script=Han} \p{Script=Han}(?=[ \u3000、，]|报道)|\p{Script=Han}{2,4}?(?=[ \u3000、，/]|报道|通讯员|$))/u

function endOfSpaces(text: string, start: number): number {
  return start + /^[ \u3000：:]*/.exec(text.slice(start))![0].length
}
