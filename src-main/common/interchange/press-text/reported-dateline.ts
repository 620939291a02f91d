import { readByline } from './byline'
import type { DatelineReading } from './dateline'
import { medium } from './medium'
import { isPersonName } from './names'

const role = '(?:首席|特派|特约|全媒体|融媒体?|驻\\p{Script=Han}{1,4}?|见习|实习)*(?:记者|通讯员|实习生)'
const reported = new RegExp(`^(?<bullet>[□■◎●○◆▲△ ]*)(?<agency>${medium})(?<people>${role}[^，。；：！？（）“”]{2,40}?)报道(?<end>[ ：]|$)`, 'u')

/** `本报记者 张三 北京报道`, `本报记者张三报道：`: a dateline in which people report; undefined for any other opening. */
export function readReportedDateline(paragraph: string): DatelineReading | undefined {
  const { bullet = '', agency = '', people = '', end = '' } = reported.exec(paragraph.slice(0, 80))?.groups ?? {}
  const parts = partedFromPlace(people)
  if (!parts || /(?:摄影?|视频)$/.test(people.trim())) return undefined
  const { byline } = readByline(parts.people)
  if (byline.length === 0 || !byline.every(person => isPersonName(person.name))) return undefined
  const told = bullet.length + agency.length + people.length + '报道'.length
  const length = told + end.length + /^[ ：]*/.exec(paragraph.slice(told + end.length))![0].length
  return { agency, dispatch: '报道', place: parts.place, year: null, month: null, day: null, byline, isUsual: true, length }
}

const spaced = /^(.*\p{Script=Han}) (\p{Script=Han}{2,6})$/u
const glued = /^(.*(?:[ 、]|记者|通讯员|实习生))(\p{Script=Han}{2,3})(\p{Script=Han}{2})$/u
const townEnding = /(?:州|阳|汉|京|津|沙|昌|庆|华|德|莞|市|县|区)$/

/** `记者 张三 北京` names a place after its people, `记者 张三 李四` none: a word before 报道 that is no name, or ends as towns do, is the place. */
function partedFromPlace(people: string): { people: string, place: string } | undefined {
  if (people === '' || people.endsWith(' ')) return people === '' ? undefined : { people, place: '' }
  const [, before, word = ''] = spaced.exec(people) ?? []
  if (before && !/(?:记者|通讯员|实习生)$/.test(before) && (!isPersonName(word) || word.length === 2 && townEnding.test(word))) return { people: before, place: word }
  const [, head = '', name = '', place = ''] = glued.exec(people) ?? []
  const isGlued = isPersonName(name) && !isPersonName(name + place)
  return isGlued ? { people: head + name, place } : { people, place: '' }
}
