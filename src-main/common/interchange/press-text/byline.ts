import type { Contributor, ContributorRole } from '../../document/slip'
import { normalisedText } from './normalise'
import { isPersonName, isPossibleName } from './names'

export interface BylineReading {
  byline: Contributor[]
  isUsual: boolean // every name has the form of a name, every role is one of the usual
}

type Roles = readonly ContributorRole[]

const roleWords: readonly [RegExp, Roles][] = [
  [/^(摄影报道|摄影|图片|摄像|视频|供图|摄|图)/, ['photo']],
  [/^(文\/图|图\/文|文图|图文|文\/摄影?|文并摄|摄影\/文|摄影\/报道)(报道)?/, ['reporter', 'photo']],
  [/^实习生/, ['intern']],
  [/^(本报|本网|本台|本刊|本社)?(见习|实习)(记者|编辑)?/, ['intern']],
  [/^(本报|本网|本台)?(特约|首席)?通讯员/, ['correspondent']],
  [/^(\p{Script=Han}{0,6}?(报|网|社|台|新闻|客户端|融媒体?中心?))?(首席|特派|特约|全媒体|融媒体?|驻站|资深|高级|要闻|时政|文字|新媒体|驻\p{Script=Han}{1,4}?)*记者(站)?(?!会|节|协)/u, ['reporter']],
  [/^(作者|文字|撰文|撰稿|采写|采访|文)(?![\p{Script=Han}]{3})/u, ['reporter']],
]

/** Role words of a line that lists people and nothing else. */
export const startsWithRole = (text: string) => roleAt(text) !== undefined

function roleAt(text: string): { length: number, roles: Roles } | undefined {
  for (const [pattern, roles] of [roleWords[1]!, ...roleWords]) {
    const match = pattern.exec(text)
    if (match?.[0]) return { length: match[0].length, roles }
  }
  return undefined
}

type Token = { roles: Roles, isGlued: boolean } | { name: string }

/** `记者 甲 乙 通讯员 丙`, `记者甲、乙/文 丙/图`, `甲 乙`: people and what they did, in the order named. */
export function readByline(text: string): BylineReading {
  const tokens = tokensOf(prepared(text))
  const byline = assigned(tokens)
  return { byline, isUsual: byline.length > 0 && byline.every(person => isPossibleName(person.name)) }
}

const loneCharacters = /(?<![\p{Script=Han}A-Za-z])(\p{Script=Han}) (\p{Script=Han})(?![\p{Script=Han}A-Za-z])/gu
const gluedRole = /(?<=\p{Script=Han})(?<!特约|首席|本报|本网)(?=(?:特约|首席)?(?:通讯员|实习生))/gu
const wordsWithoutPeople = /(报道|整理|综合|发自\p{Script=Han}{2,4})$/u

/** One space between tokens, none inside a name of two characters (张 三); parentheses and bullets gone. */
function prepared(text: string): string {
  const spaced = normalisedText(text, 'line').replace(/\u3000/g, ' ').replace(/[（）()【】[\]□■◎●○◆★▲△▌|｜_]/g, ' ').replace(gluedRole, ' ').replace(/ +/g, ' ').trim()
  return spaced.replace(/(文|图|摄影?) ?\/ ?(图|文|摄影?)(?=[ \p{Script=Han}]|$)/gu, '$1/$2').replace(loneCharacters, joinedUnlessRole).replace(/^文 图 /, '文图 ')
}

const joinedUnlessRole = (whole: string, first: string, second: string) => /[文图摄]/.test(first + second) ? whole : first + second

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let rest = text
  let isGlued = false
  while (rest !== '') {
    const role = roleAt(rest)
    if (role && !isNameNotRole(rest, isGlued)) {
      tokens.push({ roles: role.roles, isGlued })
      rest = rest.slice(role.length)
      isGlued = false
      rest = rest.replace(/^[ ：:、，,/]+/, '')
      continue
    }
    const word = /^[^ 、，,；;：:/]+/.exec(rest)?.[0] ?? ''
    if (word !== '') tokens.push(...nameTokens(word))
    rest = rest.slice(word.length)
    isGlued = rest.startsWith('/')
    rest = rest.replace(/^[ 、，,；;：:/]+/, '')
  }
  return tokens
}

/** 文 and 图 are family names or begin one: `文静` is a person, `文 张三` is not. */
function isNameNotRole(rest: string, isGlued: boolean): boolean {
  if (isGlued || !/^[文图摄]/.test(rest)) return false
  return /^文(?!字)\p{Script=Han}{1,2}(?=[ 、，,；;/]|$)/u.test(rest) && !/^文图/.test(rest)
}

/** A word that ends in a role (`张三摄`), or is only a name, or ends in what is no name at all (`张三报道`). */
function nameTokens(word: string): Token[] {
  const name = word.replace(wordsWithoutPeople, '')
  if (name !== word && !isPersonName(name)) return []
  const suffix = /^(\p{Script=Han}{2,4}?)(文图|图文|摄影报道|摄影|摄)$/u.exec(name)
  if (suffix) return [{ name: suffix[1]! }, { roles: roleAt(suffix[2]!)!.roles, isGlued: true }]
  return name === '' ? [] : [{ name }]
}

/** A role word counts for the names after it, or, glued or at the end, for the names before it. */
function assigned(tokens: Token[]): Contributor[] {
  const byline: Contributor[] = []
  let current: Roles | undefined
  let group: string[] = []
  const flush = (roles: Roles) => {
    for (const role of roles) byline.push(...group.map(name => ({ role, name })))
    group = []
  }
  tokens.forEach((token, index) => {
    if ('name' in token) return group.push(token.name)
    const isSuffix = group.length > 0 && (token.isGlued || index === tokens.length - 1)
    const isDoubled = group.length === 0 && current !== undefined
    flush(isSuffix ? afterNames(token.roles, current) : current ?? ['reporter'])
    current = isSuffix ? undefined : isDoubled ? afterNames(current!, token.roles) : token.roles
  })
  flush(current ?? ['reporter'])
  return byline.filter((person, index) => byline.findIndex(other => other.role === person.role && other.name === person.name) === index)
}

/** `通讯员 丙 文/图`, `文/图 通讯员 丙`: who wrote keeps the role that is named too. */
function afterNames(suffix: Roles, prefix: Roles | undefined): Roles {
  return suffix.flatMap(role => role === 'reporter' && prefix ? prefix : [role])
}
