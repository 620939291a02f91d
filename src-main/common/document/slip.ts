import type { RankChoice } from './length-cap'

/** The slip 稿签: everything about a story that is not its text. */
export interface Slip {
  shortTitle: string // 短标题 / 网题
  kind: StoryKind
  source: string // 来源: the paper or agency the story comes from
  agency: string // whose dateline opens the story, as in 临江日报讯
  dispatch: Dispatch
  datelinePlace: string
  datelineDate: string // YYYY-MM-DD, or empty
  byline: Contributor[]
  editor: string // 责任编辑: a name or a code
  dutyChief: string // 值班主任
  releasedBy: string // 签发, as a text names it; a release by signature is a row of the reviews
  credits: string // others who saw the story through, with what they did: 审核：韩磊　校对：骆川
  section: string // 版面 (要闻, 经济 …)
  page: string // 版次 (A01 …)
  desk: string // 部门
  priority: Priority
  keywords: string[]
  plannedLength: number | null // characters
  rank: RankChoice // whose length cap applies
  publishedAt: string // local ISO time to the second, YYYY-MM-DDTHH:mm:ss, or empty
  embargo: string // local ISO time, or empty
  instructions: string // 编辑要求
  legalHold: string // 法务暂扣: why the story may not be published for now; empty: no hold
  publication: PublicationChoice
  links: LinkNote[] // lists of other stories that stood below an imported text
}

/** 讯: sent from home. 电: from out of town. 据电: a wire's copy that the paper cut. 消息: older than 讯. 报道: `本报记者 张三 北京报道`. Empty: no dateline. */
export type Dispatch = '' | '讯' | '电' | '据电' | '消息' | '报道'
export const dispatches: readonly Dispatch[] = ['', '讯', '电', '据电', '消息', '报道']

export const storyKinds = ['meeting-report', 'news', 'commentary', 'feature', 'interview', 'brief', 'notice'] as const
export type StoryKind = (typeof storyKinds)[number]

export const publicationChoices = ['', 'internal'] as const // 可以刊发, 不予刊发
export type PublicationChoice = (typeof publicationChoices)[number]

export const priorities = ['normal', 'urgent'] as const // 普通, 特急
export type Priority = (typeof priorities)[number]

export const contributorRoles = ['reporter', 'correspondent', 'intern', 'photo'] as const // 记者, 通讯员, 实习生, 摄影
export type ContributorRole = (typeof contributorRoles)[number]

export interface Contributor { role: ContributorRole, name: string }

export const linkLists = ['related', 'latest', 'other'] as const // 相关阅读, 最近更新
export interface LinkNote { list: (typeof linkLists)[number], text: string }

export const emptySlip: Readonly<Slip> = Object.freeze({
  shortTitle: '', kind: 'news', source: '', agency: '', dispatch: '', datelinePlace: '', datelineDate: '', byline: [],
  editor: '', dutyChief: '', releasedBy: '', credits: '', section: '', page: '', desk: '', priority: 'normal', keywords: [], plannedLength: null, rank: '',
  publishedAt: '', embargo: '', instructions: '', legalHold: '', publication: '', links: [],
})

export const slipFields = Object.keys(emptySlip) as (keyof Slip)[]
