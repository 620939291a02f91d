/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const places = '临江 清河 东岭 南屏 白石 云台 长桥 望湖 金沙 柳溪 石门 松阳 新港 古渡 竹山 青浦湾 玉泉 北塘 花园口 大荆'.split(' ')
const papers = '临江日报 临江晚报 清河日报 东岭时报 南屏新闻网 白石商报 云台周报'.split(' ')
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张']
const givenNames = [...'明华志强丽芳军平海燕晓东文静国庆春梅建新雪松']
const subjects = '县域经济 乡村振兴 防汛抗旱 义务教育 医疗保障 招商引资 生态保护 春耕备播 文化旅游 老旧小区改造 城市供水 交通安全 科技创新 食品安全 养老服务 水库除险加固'.split(' ')
const actions = '工作会议召开 取得新进展 项目集中开工 现场推进会举行 试点经验推广 专项检查启动 三年行动收官 成效初显 座谈会举行 公开征求意见'.split(' ')
const clauses = [
  '会议强调，要坚定信心、保持定力', '要把短板补上，把长处拉长', '全市共安排重点项目', '记者在现场看到，机器轰鸣、车辆往来', '当地群众告诉记者，日子一天比一天好',
  '有关负责人表示，将倒排工期、压实责任', '截至目前，累计完成投资', '与去年同期相比增长', '要加强统筹协调，形成工作合力', '下一步，将继续完善长效机制',
  '各县（市、区）结合实际制定了方案', '专家认为，这一做法值得借鉴', '据介绍，工程预计明年建成', '要坚持问题导向，动真碰硬', '新修的公路通到了家门口',
]
const lexiconSize = 6000
const kinds = ['meeting-report', 'news', 'news', 'news', 'commentary', 'feature', 'interview', 'brief', 'notice']
const sections = '要闻 经济 民生 文化 教育 评论'.split(' ')

/** The 3,755 most used characters, which GB 2312 has in one block. */
function commonCharacters() {
  const bytes = Array.from({ length: 40 * 94 - 5 }, (_, place) => [0xB0 + Math.floor(place / 94), 0xA1 + place % 94])
  return [...new TextDecoder('gb18030').decode(new Uint8Array(bytes.flat()))]
}

/** Words as unevenly used as those of a newspaper (Zipf's law), so that searching has frequent and rare ones to find. */
function wordChooser(random) {
  const characters = commonCharacters()
  const skewed = size => Math.floor(size ** random()) - 1
  const shuffled = characters.map(character => [random(), character]).sort(([a], [b]) => a - b).map(([, character]) => character)
  const word = () => Array.from({ length: 1 + Math.floor(random() * 2.2) }, () => shuffled[skewed(shuffled.length)]).join('')
  const lexicon = Array.from({ length: lexiconSize }, word)
  return () => lexicon[skewed(lexicon.length)]
}

/** Stories of about 300 characters, of people, papers and places that do not exist; the same for the same seed. */
export function storyInventor(seed) {
  const random = seeded(seed)
  const choose = choices => choices[Math.floor(random() * choices.length)]
  const number = () => String(Math.floor(random() * 9000) + 100)
  const person = () => choose(surnames) + choose(givenNames) + (random() < 0.6 ? choose(givenNames) : '')
  const word = wordChooser(random)
  const clause = () => Array.from({ length: 6 }, word).join('') + (random() < 0.2 ? number() : '')
  const sentence = () => `${clause()}，${clause()}，${clause()}。`
  const paragraph = () => `${random() < 0.3 ? `${choose(clauses)}。` : ''}${choose(places)}${sentence()}${sentence()}${sentence()}`

  return () => {
    const place = choose(places)
    const headline = `${place}${choose(subjects)}${choose(actions)}`
    const source = choose(papers)
    return {
      headline,
      paragraphs: [paragraph(), paragraph(), paragraph()],
      stage: Math.floor(random() ** 2 * 9),
      slip: {
        shortTitle: headline, kind: choose(kinds), source, agency: source, dispatch: '讯', datelinePlace: place, editor: person(), section: choose(sections),
        byline: [{ role: 'reporter', name: person() }], priority: random() < 0.05 ? 'urgent' : 'normal', plannedLength: random() < 0.7 ? 300 : null,
      },
    }
  }
}
