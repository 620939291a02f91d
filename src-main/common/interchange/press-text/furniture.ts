import type { LinkNote } from '../../document/slip'
import { hasHan, tidied } from './characters'

const furnitureWords = new Set([
  '打印', '打印本页', '打印本稿', '放大', '缩小', '默认', '大', '中', '小', '大字', '中字', '小字', '特大', '超大', '小字号', '中字号', '大字号', '默认字号', '标准', '字号', '字体', 'A+', 'A-', 'A', '+', '-', 'T', 'T+', 'T-', '字号+', '字号-',
  '分享', '分享到', '分享至', '收藏', '点赞', '评论', '我要评论', '网友评论', '发表评论', '参与', '参与评论', '写评论', '举报', '纠错', '关闭', '关闭窗口', '关闭本页', '复制', '复制链接', '复制网址', '推荐', '转发', '赞', '订阅', '关注', '已关注',
  '微信', '微博', '新浪微博', '腾讯微博', '朋友圈', '微信好友', 'QQ', 'QQ空间', 'QQ好友', '人人网', '豆瓣', '二维码', '扫一扫', '手机看', '手机看新闻', '手机浏览', '用手机看', '微信扫码', '朗读', '听新闻', '听全文', '播放', '暂停', '语音播报', '播报', '阅读', '浏览', '阅读全文', '展开全文', '展开', '收起', '查看原文', '点击查看', '返回顶部', '回到顶部', 'TOP', 'Top',
  '阅读量', '次阅读', '人阅读', '人参与', '图片', '[图片]', '【图片】', '广告', '加载中', '完', '无障碍', '长者模式', '适老版', '繁體', '繁体', 'English', 'EN', '原标题', '全文如下', '分享让更多人看到', 'END', 'The End', '纠错', '点击进入专题', '视频', '音频',
])
const furnitureLine = /^(扫(描|一扫|码).{0,20}|(用|打开)微信扫.{0,20}|(点击|长按).{0,12}(二维码|关注|观看|查看|进入).{0,10}|【?我要纠错】?|.{0,8}(加载|载入)中.{0,3}|.{0,6}已有\d+人.{0,8}|(阅读|浏览|点击|评论)(量|数|次数)? ?[：:]? ?[\d.,]+ ?万?\+?次?|分享(到|至) ?[：:]?|\(?完\)?|（完）|第? ?\d+ ?页?|-{3,}|[=*_·.—~-]{3,}|责任编辑 ?[：:]?)$/

const separators = /[\s|｜/·•>【】[\]()（）：:，,]+/

/** Controls of a web page that a saved text still names: 打印 放大 缩小. */
export function isFurniture(line: string): boolean {
  const text = tidied(line)
  if (text === '') return false
  if (furnitureLine.test(text)) return true
  const words = text.split(separators).filter(Boolean)
  return words.length === 0 || words.every(word => furnitureWords.has(word) || /^\d{1,6}$/.test(word)) && words.some(word => furnitureWords.has(word))
}

const copyright = /版权所有|版权声明|免责声明|copyright|©|\(c\) ?\d{4}|All Rights Reserved|ICP[备证]|公网安备|许可证(编?号)?[：: ]|网站标识码|未经.{0,16}(授权|许可|允许|同意).{0,16}(转载|使用|复制|摘编)|不得(转载|擅自)|不良信息举报|举报(电话|邮箱)|新闻热线|(本网|本站|本报)(所有|刊登|转载|凡).{0,30}(稿件|作品|版权|观点)|(凡|注明).{0,10}来源.{0,30}(版权|转载)|主管(单位)?[：:].{2,20}主办|(主办|承办)(单位)?[：:]|网站(地图|声明)|(转载|商务合作).{0,6}(请|联系)/i

/** Rights, licences and imprint below a page. Long paragraphs of a story are never taken for one. */
export function isCopyright(line: string): boolean {
  const text = tidied(line)
  return text.length <= 300 && copyright.test(text)
}

const navigation = /^(上一[篇页条则]|下一[篇页条则]|返回(首页|列表|目录|主页|上一页)?|首页|登录|注册|登录 ?[/|]? ?注册|设为首页.*|加入收藏|网站导航|导航|搜索|正文|更多|更多>*|>+|首页.{0,40}(正文|列表)|(您|你|当前|所在|现在|目前).{0,6}位置(是)?( ?[：:]|：).*|当前位置.*|来到.{2,12}网|.{0,10}(数字报|电子报)(首页|目录)?|(上|下)一版.{0,4}|版面导航|标题导航|往期回顾|日期查询|第[A-Z]?\d{1,2}版[：:].{0,12})$/

/** Ways to other pages: breadcrumbs, previous and next, menus. */
export function isNavigation(line: string): boolean {
  const text = tidied(line)
  if (text === '' || text.length > 120) return false
  if (navigation.test(text) || /^(上|下)一(篇|页|条|则) ?[：:]/.test(text)) return true
  const steps = text.split(/ ?(?:>|»|›|＞|→|>>) ?/).filter(Boolean)
  return steps.length >= 2 && /[>»›＞]/.test(text) && steps.every(step => step.length <= 16) || isMenu(text)
}

const menuWords = /^(首页|要闻|时政|国内|国际|社会|经济|财经|文化|体育|教育|科技|健康|旅游|视频|图片|专题|评论|理论|党建|房产|汽车|娱乐|军事|法治|生态|民生|县市|区县|问政|政务|公益|直播|融媒体?|本地|滚动|舆情|电子报|数字报|客户端|关于我们|联系我们|广告服务|网站地图|招聘|登录|注册|新闻|头条|快讯|论坛|博客|微博|微信|更多)$/

const isMenu = (text: string) => {
  const words = text.split(/[\s|｜·]+/)
  return words.length >= 3 && words.every(word => menuWords.test(word))
}

const listHeadings: readonly [LinkNote['list'], RegExp][] = [
  ['related', /^(相关(阅读|新闻|链接|报道|文章|稿件|推荐|专题|内容|资讯)|延伸阅读|扩展阅读|更多相关.{0,4})$/],
  ['latest', /^(最近更新|最新(更新|新闻|消息|文章|报道|发布|资讯|动态|稿件)|滚动新闻|即时新闻|实时新闻)$/],
  ['other', /^(热门|热点|推荐|精彩|今日|本周|本月|24小时|48小时|一周|频道|编辑|猜你|为你|为您|大家|你可能|您可能|更多|焦点|新闻|图片|点击|阅读|视频|专题|独家|网友|热词)?(阅读|新闻|文章|推荐|热点|热门|热文|热榜|排行榜?|精选|喜欢|都在看|感兴趣|图集|视频|专题|头条|精彩|导读|聚焦|关注|热图|热评|热议|点击排行|新闻排行|阅读排行)$/],
]

/** What a heading of a list of other stories announces, or undefined. `24小时热点`, `相关阅读：`, `>>最新新闻`. */
export function listHeading(line: string): LinkNote['list'] | undefined {
  const text = tidied(line).replace(/^[>»▶■●◆【[\s]+|[：:>»\]】\s+]+$|更多$/g, '').replace(/[：:>»\]】\s]+$/, '')
  if (text.length > 12 || !hasHan(text)) return undefined
  return listHeadings.find(([, pattern]) => pattern.test(text.replace(/ /g, '')))?.[0]
}
