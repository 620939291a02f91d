import type { Contributor, ContributorRole, Slip } from './slip'

export type DatelineFields = Pick<Slip, 'agency' | 'dispatch' | 'datelinePlace' | 'datelineDate' | 'byline'>

const roleNames: readonly [ContributorRole, string][] = [['reporter', '记者'], ['correspondent', '通讯员'], ['intern', '实习生'], ['photo', '摄影']]

/**
 * The dateline 电头 that opens the first paragraph, composed from the slip; empty when the slip names no dispatch.
 * `临江日报讯（记者甲、乙 通讯员丙）`, with the day where the paper gives it (`本报10月29日讯`), `新华社北京10月29日电（记者甲）`, `据新华社北京10月29日电`, `本报记者 甲、乙 北京报道`.
 */
export function composeDateline(slip: DatelineFields): string {
  if (!slip.dispatch || !slip.agency) return ''
  if (slip.dispatch === '报道') return reported(slip)
  return opening(slip) + bylineInParentheses(slip.byline)
}

function opening({ agency, dispatch, datelinePlace, datelineDate }: DatelineFields): string {
  if (dispatch === '讯') return `${agency}${monthAndDay(datelineDate)}讯`
  return `${dispatch === '据电' ? '据' : ''}${agency}${datelinePlace}${monthAndDay(datelineDate)}${dispatch === '消息' ? '消息' : '电'}`
}

function reported({ agency, datelinePlace, byline }: DatelineFields): string {
  const people = peopleByRole(byline).map(({ roleName, names }) => `${roleName} ${names.join('、')}`)
  return people.length > 0 ? `${agency}${people.join(' ')} ${datelinePlace}报道` : `${agency}${datelinePlace}报道`
}

/** `2021-10-29` → `10月29日`. */
function monthAndDay(date: string): string {
  const [, month, day] = /^\d{4}-(\d{2})-(\d{2})/.exec(date) ?? []
  return month && day ? `${Number(month)}月${Number(day)}日` : ''
}

function bylineInParentheses(byline: Contributor[]): string {
  const groups = peopleByRole(byline).map(({ roleName, names }) => roleName + names.join('、'))
  return groups.length > 0 ? `（${groups.join(' ')}）` : ''
}

function peopleByRole(byline: Contributor[]): { roleName: string, names: string[] }[] {
  return roleNames
    .map(([role, roleName]) => ({ roleName, names: byline.filter(person => person.role === role && person.name).map(person => person.name) }))
    .filter(group => group.names.length > 0)
}

/** What stands between the dateline and the paragraph's own text: nothing after a parenthesis, else one full-width space. */
export function datelineSeparator(dateline: string): string {
  return dateline === '' || dateline.endsWith('）') ? '' : '\u3000'
}
