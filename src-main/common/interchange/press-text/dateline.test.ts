import { expect, it } from 'vitest'
import { readDateline } from './dateline'
import { datelineText } from './line-kinds'

const reading = (paragraph: string) => {
  const text = datelineText(paragraph)
  const dateline = readDateline(text)
  if (!dateline) return undefined
  const { agency, dispatch, place, month, day, byline, length } = dateline
  const people = byline.map(person => `${person.role} ${person.name}`).join(', ')
  return [agency, dispatch, place, month ? `${month}-${day}` : '', people, text.slice(length)].join('|')
}

it.each<[string, string]>([
  ['临江日报讯(记者沈知远、陆青禾)10月29日下午,市委', '临江日报|讯|||reporter 沈知远, reporter 陆青禾|10月29日下午，市委'],
  ['本报讯（记者 沈 帆 通讯员 陆青禾）昨日', '本报|讯|||reporter 沈帆, correspondent 陆青禾|昨日'],
  ['本报讯（记者沈帆通讯员陆青禾 韩磊）昨日', '本报|讯|||reporter 沈帆, correspondent 陆青禾, correspondent 韩磊|昨日'],
  ['本报讯　10月29日，全市', '本报|讯||||10月29日，全市'],
  ['本报讯 记者 沈帆 陆青禾 通讯员 韩磊 昨日召开的会议', '本报|讯|||reporter 沈帆, reporter 陆青禾, correspondent 韩磊|昨日召开的会议'],
  ['本报讯 记者沈帆报道：昨日，全市', '本报|讯|||reporter 沈帆|昨日，全市'],
  ['本报讯记者沈帆、陆青禾报道 昨日，全市', '本报|讯|||reporter 沈帆, reporter 陆青禾|昨日，全市'],
  ['本报北京10月29日电（记者沈帆）国务院', '本报|电|北京|10-29|reporter 沈帆|国务院'],
  ['本报北京10月29日电　（记者沈帆）国务院', '本报|电|北京|10-29|reporter 沈帆|国务院'],
  ['新华社北京10月29日电（记者 沈帆、陆青禾）国务院', '新华社|电|北京|10-29|reporter 沈帆, reporter 陆青禾|国务院'],
  ['新华社联合国10月29日电 安理会', '新华社|电|联合国|10-29||安理会'],
  ['据新华社北京10月29日电 国务院', '新华社|据电|北京|10-29||国务院'],
  ['据新华社电 国务院', '新华社|据电||||国务院'],
  ['中新网10月29日电 据外媒报道', '中新网|电||10-29||据外媒报道'],
  ['中新社临江10月29日电 (记者 沈帆)临江市', '中新社|电|临江|10-29|reporter 沈帆|临江市'],
  ['人民网北京10月29日电（沈帆）今日', '人民网|电|北京|10-29|reporter 沈帆|今日'],
  ['临江晚报全媒体讯（见习记者 沈帆 文/图）昨日', '临江晚报全媒体|讯|||intern 沈帆, photo 沈帆|昨日'],
  ['临江新闻网10月29日讯（全媒体记者 沈帆 陆青禾/文 韩磊/图）昨日', '临江新闻网|讯||10-29|reporter 沈帆, reporter 陆青禾, photo 韩磊|昨日'],
  ['临江日报讯（记者沈帆）（通讯员陆青禾）昨日', '临江日报|讯|||reporter 沈帆, correspondent 陆青禾|昨日'],
  ['临江日报讯（首席记者沈帆 实习生陆青禾 摄影韩磊）昨日', '临江日报|讯|||reporter 沈帆, intern 陆青禾, photo 韩磊|昨日'],
  ['本报讯 记者昨日获悉，全市', '本报|讯||||记者昨日获悉，全市'],
  ['本报讯 记者从市发改委获悉，全市', '本报|讯||||记者从市发改委获悉，全市'],
  ['本报消息（记者沈帆）昨日', '本报|消息|||reporter 沈帆|昨日'],
  ['本报消息 昨日', '本报|消息||||昨日'],
  ['本报临江10月29日消息 昨日', '本报|消息|临江|10-29||昨日'],
  ['本报记者 沈帆 北京报道 昨日', '本报|报道|北京||reporter 沈帆|昨日'],
  ['□ 本报记者 沈帆 北京报道：昨日', '本报|报道|北京||reporter 沈帆|昨日'],
  ['本报记者沈帆北京报道 昨日', '本报|报道|北京||reporter 沈帆|昨日'],
  ['本报记者 沈帆、陆青禾 武汉报道 昨日', '本报|报道|武汉||reporter 沈帆, reporter 陆青禾|昨日'],
  ['本报记者 沈帆 陆青禾 报道 昨日', '本报|报道|||reporter 沈帆, reporter 陆青禾|昨日'],
  ['本报记者沈帆、陆青禾报道：昨日', '本报|报道|||reporter 沈帆, reporter 陆青禾|昨日'],
  ['临江日报全媒体记者 沈帆 通讯员 骆川 临江报道 昨日', '临江日报|报道|临江||reporter 沈帆, correspondent 骆川|昨日'],
  ['本报驻京记者 沈帆 报道 昨日', '本报|报道|||reporter 沈帆|昨日'],
])('%s', (paragraph, expected) => {
  expect(reading(paragraph)).toBe(expected)
})

it.each([
  '本报电视专栏今日开播。', '社会通讯录更新工作启动。', '10月29日，市委召开会议。', '国家电网电力供应充足。', '据省气象台消息，明日有雨。', '人民网友好通讯平台上线。',
  '新华社记者日前在临江采访时看到，江堤已经加固。', '本报电话开通。', '临江市供电公司10月29日供电正常。',
  '据本报消息，全市明日降温。', '本报消息人士称，项目已开工。', '本报记者沈帆采写的报道获奖。', '本报记者 沈帆 摄影报道', '本报记者从市发改委获悉，相关报道属实。',
])('no dateline: %s', paragraph => {
  expect(reading(paragraph)).toBeUndefined()
})
