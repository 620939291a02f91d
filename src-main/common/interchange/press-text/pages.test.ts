import { expect, it } from 'vitest'
import type { LineRole } from '../import'
import { readPressText } from './read'

/** Whole pages as sites of different kinds give them when saved as text. Papers, places and people are invented. */
const pages: Record<string, { slip: object, lines: [LineRole, string][] }> = {
  'a party paper’s site with a breadcrumb and page line': {
    slip: { source: '人民网－人民日报', publishedAt: '2025-10-16T08:12:00', agency: '本报', dispatch: '电', datelinePlace: '临江', datelineDate: '2025-10-15', editor: '沈帆、骆川', kind: 'news',
      byline: [{ role: 'reporter', name: '沈帆' }, { role: 'reporter', name: '陆青禾' }] },
    lines: [
      ['dropped', '人民网>>时政'],
      ['headline', '习惯从小事养起：临江市开展节约粮食行动'],
      ['source-line', '2025年10月16日08:12 | 来源：人民网－人民日报'],
      ['dropped', '小字号'],
      ['paragraph', '　　本报临江10月15日电  （记者沈帆、陆青禾）记者从临江市发展和改革委员会获悉：今年以来，全市开展节约粮食行动，取得了实实在在的成效。'],
      ['paragraph', '　　据介绍，全市已有二百余家食堂推行“小份菜”。'],
      ['source-line', '　　《 人民日报 》（ 2025年10月16日 04 版）'],
      ['editor-line', '(责编：沈帆、骆川)'],
      ['dropped', '分享让更多人看到'],
      ['dropped', '相关新闻'],
      ['related', '临江：小份菜走进大食堂'],
      ['related', '光盘行动再出发'],
    ],
  },
  'a wire feature, the agency’s reporters on a line of their own': {
    slip: { source: '新华网', publishedAt: '2025-10-16T10:00:00', agency: '新华社', dispatch: '电', datelinePlace: '临江', datelineDate: '2025-10-16', editor: '韩磊', kind: 'news',
      byline: [{ role: 'reporter', name: '沈帆' }, { role: 'reporter', name: '陆青禾' }] },
    lines: [
      ['headline', '临江市公布前三季度经济运行情况'],
      ['source-line', '2025-10-16 10:00:00'],
      ['source-line', '来源：新华网'],
      ['dropped', '字体：小 中 大 分享到：'],
      ['paragraph', '新华社临江10月16日电题：稳中有进看临江——前三季度经济观察'],
      ['byline', '新华社记者沈帆、陆青禾'],
      ['paragraph', '前三季度，临江市地区生产总值同比增长5.6%，增速比上半年加快0.3个百分点，呈现稳中有进的态势。'],
      ['paragraph', '——稳的基础更牢。工业增加值增长6.1%，服务业增加值增长5.9%。'],
      ['paragraph', '——进的步伐更实。高技术制造业投资增长12.3%。'],
      ['editor-line', '【纠错】 【责任编辑:韩磊】'],
    ],
  },
  'no source line, kicker with 强调': {
    slip: { agency: '本报', dispatch: '讯', kind: 'meeting-report',
      byline: [{ role: 'reporter', name: '沈帆' }, { role: 'correspondent', name: '骆川' }] },
    lines: [
      ['kicker', '沈怀远在全市项目建设推进会上强调'],
      ['headline', '拼抢四季度 冲刺全年红'],
      ['subhead', '陆青禾主持'],
      ['paragraph', '本报讯(记者沈帆 通讯员骆川)10月16日,全市项目建设推进会召开。市委书记沈怀远出席并讲话,市长陆青禾主持。'],
      ['paragraph', '沈怀远强调,要抓好项目。'],
    ],
  },
  'a social media article': {
    slip: { source: '临江晚报', publishedAt: '2025-10-16T18:00:00', editor: '韩磊', kind: 'news',
      byline: [{ role: 'reporter', name: '沈帆' }] },
    lines: [
      ['headline', '临江发布'],
      ['source-line', '2025-10-16 18:00'],
      ['dropped', '点击上方蓝字关注我们'],
      ['paragraph', '10月16日，江边夜市重新开张。三百多个摊位人来人往，一直热闹到深夜。'],
      ['source-line', '记者：沈帆'],
      ['editor-line', '编辑：韩磊'],
      ['editor-line', '审核：骆川'],
      ['editor-line', '监制：陆青禾'],
      ['dropped', 'END'],
      ['source-line', '来源：临江晚报'],
    ],
  },
  'a government site': {
    slip: { source: '市应急管理局', publishedAt: '2025-10-16T09:30:00', kind: 'meeting-report' },
    lines: [
      ['headline', '我市召开安全生产工作会议'],
      ['source-line', '发布日期：2025-10-16 09:30 信息来源：市应急管理局 浏览次数：128 字号：[ 大 中 小 ]'],
      ['paragraph', '10月15日，我市召开安全生产工作会议。副市长顾望舒出席会议并讲话。'],
      ['paragraph', '会议要求，各部门要压实责任。'],
      ['dropped', '扫一扫在手机打开当前页'],
      ['dropped', '打印本页 关闭窗口'],
      ['dropped', '主办：临江市人民政府办公室 承办：市大数据局'],
      ['dropped', '网站标识码：0000000000'],
    ],
  },
  'a photo story': {
    slip: { kind: 'news',
      byline: [{ role: 'photo', name: '沈帆' }] },
    lines: [
      ['headline', '【临江晚报】夜市烟火暖人心'],
      ['headline', '江边步道灯火通明 三百摊位人气旺'],
      ['byline', '本报记者 沈帆 摄影报道'],
      ['paragraph', '华灯初上，江边步道上的摊位一字排开，烤串的香味和吆喝声混在一起，引来不少市民驻足。'],
      ['paragraph', '“生意比往年好。”摊主老韩说。'],
      ['paragraph', '图①：市民在夜市选购。'],
      ['paragraph', '图②：摊主在备货。'],
      ['byline', '本报记者 沈帆 摄'],
    ],
  },
  'a page of an electronic paper': {
    slip: { source: '临江日报', publishedAt: '2025-10-16T00:00:00', agency: '临江日报', dispatch: '讯', kind: 'meeting-report',
      byline: [{ role: 'reporter', name: '沈帆' }] },
    lines: [
      ['dropped', '第04版：要闻'],
      ['dropped', '上一版 下一版'],
      ['source-line', '临江日报 2025年10月16日 星期四'],
      ['kicker', '市政协召开专题协商会'],
      ['headline', '围绕城市更新建言献策'],
      ['subhead', '贺听澜主持'],
      ['paragraph', '    临江日报讯（全媒体记者 沈帆） 10月15日，市政协召开专题协商会，围绕城市更新建言献策。市政协主席贺听澜主持会议。'],
      ['paragraph', '    会上，8位委员发言。'],
    ],
  },
  'a university site': {
    slip: { source: '党委宣传部', publishedAt: '2025-10-16T00:00:00', editor: '韩磊', kind: 'meeting-report',
      byline: [{ role: 'reporter', name: '沈帆' }, { role: 'photo', name: '骆川' }] },
    lines: [
      ['headline', '临江大学举行建校六十周年大会'],
      ['source-line', '作者：沈帆 来源：党委宣传部 发布时间：2025-10-16 点击数：2315'],
      ['paragraph', '10月15日上午，临江大学举行建校六十周年大会，校友、师生代表共三千余人参加，气氛热烈而隆重。'],
      ['source-line', '（文：沈帆 图：骆川 编辑：韩磊 审核：陆青禾）'],
    ],
  },
  'a text with ASCII points': {
    slip: { kind: 'news' },
    lines: [
      ['headline', '快讯!临江地铁3号线今日试运行'],
      ['paragraph', '据临江发布消息,10月16日6时,临江地铁3号线开始试运行.全线设站21座,全长28.6公里.'],
      ['paragraph', '市民可在临江地铁APP(版本5.2以上)查询时刻.'],
    ],
  },
  'a signed commentary': {
    slip: { source: '临江日报', publishedAt: '2025-10-16T08:12:00', kind: 'commentary',
      byline: [{ role: 'reporter', name: '沈帆' }] },
    lines: [
      ['headline', '人民时评：让好政策直达企业'],
      ['byline', '沈帆'],
      ['source-line', '2025年10月16日08:12 来源：临江日报'],
      ['paragraph', '政策好不好，企业最有发言权。把政策送到门口，是服务，更是担当，这是许多地方的共同做法，值得肯定。'],
      ['paragraph', '一段时间以来，各地推行“免申即享”。'],
      ['paragraph', '（作者为临江大学教授）'],
    ],
  },
  'a dateline with the date before 讯, told twice': {
    slip: { agency: '临江日报', dispatch: '讯', kind: 'meeting-report',
      byline: [{ role: 'reporter', name: '沈帆' }] },
    lines: [
      ['kicker', '省政府召开常务会议'],
      ['headline', '研究部署重点民生实事等工作'],
      ['byline', '记者 沈帆'],
      ['paragraph', '临江日报10月16日讯　记者沈帆报道　10月15日，省政府召开常务会议，研究部署重点民生实事等工作。'],
      ['paragraph', '会议审议了有关文件。'],
    ],
  },
  'a boxed sidebar under 相关链接': {
    slip: { source: '临江日报', publishedAt: '2025-10-16T08:05:00', keywords: ['临江港', '吞吐量'], agency: '临江日报全媒体', dispatch: '讯', editor: '韩磊', kind: 'news',
      byline: [{ role: 'reporter', name: '沈帆' }, { role: 'correspondent', name: '张三' }, { role: 'correspondent', name: '李小四' }] },
    lines: [
      ['headline', '临江港吞吐量创新高'],
      ['source-line', '来源：临江日报   时间：2025/10/16 8:05   记者：沈帆 陆青禾   编辑：韩磊'],
      ['paragraph', '临江日报全媒体10月15日讯（记者 沈帆 通讯员 张 三 李小四）记者从临江港务集团获悉，前三季度港口货物吞吐量突破8000万吨，创历史新高。'],
      ['source-line', '关键词：临江港 吞吐量'],
      ['crosshead', '相关链接'],
      ['paragraph', '临江港始建于1958年，是长江中游重要的内河港口，现有生产性泊位46个，年设计通过能力一亿吨。'],
    ],
  },
  'a wire feature with crossheads': {
    slip: { agency: '中新社', dispatch: '电', datelinePlace: '临江', datelineDate: '2025-10-16', kind: 'news',
      byline: [{ role: 'reporter', name: '沈帆' }] },
    lines: [
      ['paragraph', '中新社临江10月16日电 (记者 沈帆)题：一座江城的“慢”与“快”'],
      ['paragraph', '走进临江老城，青石板路蜿蜒向前，茶馆里传来悠扬的评弹声，时间仿佛在这里慢了下来。'],
      ['crosshead', '“慢”生活'],
      ['paragraph', '在老城，居民们习惯了早起喝茶。'],
      ['crosshead', '“快”发展'],
      ['paragraph', '出了老城，高楼林立，车水马龙。（完）'],
    ],
  },
}

it.each(Object.entries(pages))('%s', (_, { slip, lines }) => {
  const reading = readPressText(lines.map(([, line]) => line).join('\n'), '', 'utf-8', new Date(2025, 9, 20))
  expect(reading.lines.map(line => [line.role, line.original])).toEqual(lines)
  expect(reading.slip).toMatchObject(slip)
})

it.each<[string, string[], number[]]>([
  ['two lines above the story, the longer of them perhaps a subhead', ['临江夜市重开', '三百多个摊位昨晚人来人往热闹非凡灯火通明', '2026-05-12 09:30:05 来源：临江日报'], [1, 2]],
  ['a title and nothing beside it', ['临江夜市重开', '2026-05-12 09:30:05 来源：临江日报'], []],
])('marks what might be read otherwise: %s', (_, head, doubtful) => {
  const { lines } = readPressText([...head, '　　临江日报讯（记者闻一舟）昨晚，江边的夜市重新开张，三百多个摊位人来人往。'].join('\n'), '', 'utf-8', new Date(2026, 4, 12))
  expect(lines.filter(line => line.isUncertain).map(line => line.number)).toEqual(doubtful)
})
