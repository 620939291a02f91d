import { expect, it } from 'vitest'
import type { Slip } from '../../document/slip'
import { readPressText } from './read'

const p1 = '10月16日，临江市委召开重点项目建设推进会，通报前三季度项目进展，研究部署四季度工作，动员全市上下大干七十五天。'
const p2 = '会议指出，今年以来，全市新开工亿元以上项目57个，竣工投产29个，这些成绩来之不易，要倍加珍惜。'
const p3 = '会议强调，要严守生态红线和廉政底线。'

/** Roles of the lines that are not blank, one letter each. */
const letters = {
  'short-title': 't', 'source-line': 's', 'byline': 'b', 'kicker': 'k', 'headline': 'h', 'subhead': 'u', 'paragraph': 'p', 'crosshead': 'c', 'continuation': '+',
  'editor-line': 'e', 'related': 'r', 'latest': 'l', 'dropped': '-',
} as const

interface Layout { text: string, roles: string, slip: Partial<Slip>, first?: string }

const layouts: Record<string, Layout> = {
  'one headline, the page title itself': {
    text: `临江市召开重点项目建设推进会\n\n2025年10月16日 20:35 来源：临江日报\n\n本报讯（记者 沈帆）${p1}\n${p2}\n\n责编：韩磊`,
    roles: 'hsppe', slip: { source: '临江日报', publishedAt: '2025-10-16T20:35:00', agency: '本报', editor: '韩磊', kind: 'meeting-report' }, first: p1,
  },
  'no head at all': { text: `${p1}\n${p2}`, roles: 'pp', slip: { kind: 'meeting-report' }, first: p1 },
  'the body alone with a dateline': { text: `临江晚报讯　${p1}\n${p2}`, roles: 'pp', slip: { agency: '临江晚报', dispatch: '讯' }, first: p1 },
  'source before the date': {
    text: `临江夜市重新开张\n来源：临江晚报 2025-10-16 08:00:01\n临江晚报讯（记者沈帆 文/图）昨晚，江边的夜市重新开张，三百多个摊位人来人往，一直热闹到深夜。`,
    roles: 'hsp', slip: { source: '临江晚报', publishedAt: '2025-10-16T08:00:01', kind: 'news', byline: [{ role: 'reporter', name: '沈帆' }, { role: 'photo', name: '沈帆' }] },
  },
  'date and source on lines of their own': {
    text: `临江夜市重新开张\n2025-10-16 08:00\n来源： 临江晚报\n作者：沈帆\n责任编辑：韩磊\n昨晚，江边的夜市重新开张，三百多个摊位人来人往，一直热闹到深夜。`,
    roles: 'hsssep', slip: { source: '临江晚报', publishedAt: '2025-10-16T08:00:00', editor: '韩磊', byline: [{ role: 'reporter', name: '沈帆' }] },
  },
  'a bare source and an author beside the date': {
    text: `临江夜市重新开张\n临江晚报 | 2025-10-16 08:00 | 作者：沈帆 | 责编：韩磊 | 阅读 1.2万\n昨晚，江边的夜市重新开张，三百多个摊位人来人往，一直热闹到深夜。`,
    roles: 'hsp', slip: { source: '临江晚报', editor: '韩磊', byline: [{ role: 'reporter', name: '沈帆' }] },
  },
  'several byline lines': {
    text: `临江夜市重新开张\n2025-10-16 08:00\n记者 沈帆 陆青禾\n通讯员 骆 川\n昨晚，江边的夜市重新开张，三百多个摊位人来人往，一直热闹到深夜。`,
    roles: 'hsbbp', slip: { byline: [{ role: 'reporter', name: '沈帆' }, { role: 'reporter', name: '陆青禾' }, { role: 'correspondent', name: '骆川' }] },
  },
  'a headline with a dash subhead, no source': {
    text: `把方便留给街坊\n——临江市老城微更新侧记\n□ 本报记者 沈帆\n清晨六点，豆浆铺子的灯先亮了。\n${p2}\n守住烟火气\n${p2}\n留住老邻居\n${p2}`,
    roles: 'hubppcpcp', slip: { byline: [{ role: 'reporter', name: '沈帆' }], kind: 'news' },
  },
  'numbered crossheads': {
    text: `临江市政府工作要点\n${p1}\n一、抓好项目建设\n${p2}\n二、优化营商环境\n${p2}\n（一）简化审批\n${p3}`, roles: 'hpcpcpcp', slip: {},
  },
  'a wire story': {
    text: `我国科研团队发现新物种\n2025-01-03 09:10:11 来源：新华社\n新华社临江12月31日电（记者沈帆、陆青禾）记者31日从临江大学获悉，该校科研团队在江边湿地发现一个新物种。\n（完）\n【责任编辑:韩磊】`,
    roles: 'hsp-e', slip: { agency: '新华社', dispatch: '电', datelinePlace: '临江', datelineDate: '2024-12-31', editor: '韩磊' },
  },
  'a cut wire story': {
    text: `我国科研团队发现新物种\n2025-01-03 09:10:11 来源：临江日报\n据新华社临江1月2日电 记者2日从临江大学获悉，该校科研团队在江边湿地发现一个新物种。`,
    roles: 'hsp', slip: { source: '临江日报', agency: '新华社', dispatch: '据电', datelineDate: '2025-01-02' },
  },
  'a commentary': {
    text: `让“小窗口”办好“大民生”\n2025-10-16 08:00 来源：临江日报\n本报评论员\n政务服务的窗口虽小，连着的却是千家万户。把窗口擦亮，就是把民心工程做实。\n${p2}`,
    roles: 'hsbpp', slip: { kind: 'commentary', byline: [{ role: 'reporter', name: '本报评论员' }] },
  },
  'typed on a phone': {
    text: '临江夜市重新开张!\n临江晚报讯(记者沈帆)昨晚,江边的夜市重新开张,摊主说:"大家都来了."一直热闹到深夜.\n市民\'老韩\'说,"真好!"...', roles: 'hpp',
    slip: { agency: '临江晚报' }, first: '昨晚，江边的夜市重新开张，摊主说：“大家都来了。”一直热闹到深夜。',
  },
  'a breadcrumb, menus, sharing, copyright': {
    text: `首页 要闻 时政 社会 经济\n您当前的位置：首页 > 新闻 > 要闻 > 正文\n临江市召开重点项目建设推进会\n发布时间：2025-10-16 20:35:08 来源：临江新闻网 字号：大 中 小\n分享到： 微信 微博 QQ空间\n临江新闻网讯（记者 沈帆）${p1}\n${p2}\n（责任编辑：韩磊、陆青禾 审核：骆川）\n上一篇：临江夜市重新开张\n下一篇：没有了\n版权所有 临江新闻网 未经授权不得转载\n京ICP备00000000号`,
    roles: '--hs-ppe----', slip: { source: '临江新闻网', editor: '韩磊、陆青禾', credits: '审核：骆川' },
  },
  'the editor at the end of the last paragraph': {
    text: `临江夜市重新开张\n临江晚报讯（记者沈帆）${p2}\n一直热闹到深夜，大家都说好。（责编：韩磊）`, roles: 'hpp', slip: { editor: '韩磊' },
  },
  'duty chief and editors on one line': { text: `临江夜市重新开张\n${p2}\n值班主任：骆川 责任编辑：韩磊 校对：沈帆`, roles: 'hpe', slip: { editor: '韩磊', dutyChief: '骆川', credits: '校对：沈帆' } },
  'who checked and released it, at the end': {
    text: `临江夜市重新开张\n${p2}\n责任编辑：沈帆\n审核：韩磊 陆青禾\n签发：骆川`, roles: 'hpeee', slip: { editor: '沈帆', credits: '审核：韩磊、陆青禾', releasedBy: '骆川' },
  },
  'who checked and released it, beside the source': {
    text: `临江夜市重新开张\n2025-10-16 来源：临江晚报 审核：韩磊 签发：骆川\n${p2}`, roles: 'hsp', slip: { source: '临江晚报', credits: '审核：韩磊', releasedBy: '骆川' },
  },
  'kicker, headline, subhead above the source': {
    text: `市委召开重点项目建设推进会强调\n以项目之进保全年经济稳中有升\n沈怀远主持并讲话\n2025-10-16 20:35 来源：临江日报\n临江日报讯（记者沈帆）${p1}`, roles: 'khusp', slip: { source: '临江日报' },
  },
  'the page title with the site’s name, and again': {
    text: `临江市召开重点项目建设推进会_临江新闻网\n2025-10-16 20:35 来源：临江日报\n临江市召开重点项目建设推进会\n临江日报讯（记者沈帆）${p1}`, roles: '-shp', slip: {},
  },
  'subhead below the source line': {
    text: `临江市召开重点项目建设推进会\n2025-10-16 20:35 来源：临江日报\n沈怀远主持并讲话 陆青禾出席\n临江日报讯（记者沈帆）${p1}`, roles: 'hsup', slip: {},
  },
  'a dateline on a line of its own': {
    text: `临江市召开重点项目建设推进会\n本报讯（记者 沈帆 通讯员 骆川）\n${p1}\n${p2}`, roles: 'hbpp', slip: { agency: '本报', dispatch: '讯' }, first: p1,
  },
  'hot lists of several kinds': {
    text: `临江夜市重新开张\n${p2}\n责任编辑：韩磊\n热门新闻\n江边步道今日开放\n推荐阅读\n老城微更新完成\n最新更新\n今冬供暖提前试水`,
    roles: 'hpe-r-r-l', slip: { links: [{ list: 'other', text: '江边步道今日开放' }, { list: 'other', text: '老城微更新完成' }, { list: 'latest', text: '今冬供暖提前试水' }] },
  },
  'a notice with a time of its own in the text': {
    text: `关于举办江畔读书会的通知\n2025-10-16 来源：临江图书馆\n各位读者，江畔读书会将于本周末举行，欢迎参加，现将有关事项通知如下。\n时间：2025年10月18日 9:00\n地点：临江图书馆一楼报告厅\n请提前十五分钟入场，谢谢配合与支持。`,
    roles: 'hspppp', slip: { publishedAt: '2025-10-16T00:00:00', source: '临江图书馆' },
  },
  'an interview': {
    text: `把论文写在江堤上\n——对话临江大学教授骆川\n记者 沈帆\n问：您为什么研究江堤？\n答：因为我在江边长大，小时候见过洪水，知道江堤对一座城意味着什么。\n问：最难的是什么？\n答：坚持。`,
    roles: 'hubpppp', slip: {},
  },
  'full-width indents and Mac line ends': {
    text: `临江夜市重新开张\r2025-10-16 08:00:00\u3000来源：临江晚报\r\u3000\u3000临江晚报讯（记者\u3000沈\u3000帆）${p2}\r\u3000\u3000${p3}`, roles: 'hspp', slip: { source: '临江晚报', byline: [{ role: 'reporter', name: '沈帆' }] }, first: p2,
  },
  'keywords and a summary': {
    text: `临江夜市重新开张\n2025-10-16 08:00:00 来源：临江晚报\n关键词：夜市 消费、烟火气\n核心提示：江边的夜市昨晚重新开张。\n临江晚报讯（记者沈帆）${p2}`, roles: 'hsspp', slip: { keywords: ['夜市', '消费', '烟火气'] },
  },
  'a title only': { text: '临江夜市重新开张', roles: 'h', slip: {} },
}

it.each(Object.entries(layouts))('%s', (_, { text, roles, slip, first }) => {
  const reading = readPressText(text, 'a.txt', 'utf-8', new Date(2025, 9, 20))
  const lines = reading.lines.filter(line => line.reason !== 'blank')
  const seen = lines.map(line => `${letters[line.role]} ${line.text}`)
  expect(lines.map(line => letters[line.role]).join(''), seen.join('\n')).toBe(roles)
  expect(reading.slip).toMatchObject(slip)
  if (first !== undefined) expect(lines.find(line => line.role === 'paragraph')!.text).toBe(first)
})
