import { expect, it } from 'vitest'
import { readByline } from './byline'
import { isBylineLine } from './line-kinds'

it.each<[string, string]>([
  ['记者 沈帆 陆青禾', 'reporter 沈帆, reporter 陆青禾'],
  ['记者 沈 帆 通讯员 陆青禾', 'reporter 沈帆, correspondent 陆青禾'],
  ['本报记者 沈帆 通讯员 陆青禾、韩磊', 'reporter 沈帆, correspondent 陆青禾, correspondent 韩磊'],
  ['□本报记者 沈帆', 'reporter 沈帆'],
  ['文/图 本报记者 沈帆', 'reporter 沈帆, photo 沈帆'],
  ['沈帆/文 韩磊/图', 'reporter 沈帆, photo 韩磊'],
  ['文 沈帆 图 韩磊', 'reporter 沈帆, photo 韩磊'],
  ['记者 沈帆 文 韩磊 摄', 'reporter 沈帆, photo 韩磊'],
  ['通讯员 韩磊 摄影报道', 'photo 韩磊'],
  ['通讯员 韩磊 文/图', 'correspondent 韩磊, photo 韩磊'],
  ['见习记者沈帆', 'intern 沈帆'],
  ['临江日报全媒体记者 沈帆 北京报道', 'reporter 沈帆'],
  ['记者沈帆报道', 'reporter 沈帆'],
  ['沈帆 陆青禾', 'reporter 沈帆, reporter 陆青禾'],
  ['文静 沈帆', 'reporter 文静, reporter 沈帆'],
  ['记者 欧阳青禾 阿依古丽·买买提', 'reporter 欧阳青禾, reporter 阿依古丽·买买提'],
])('%s', (line, people) => {
  expect(readByline(line).byline.map(person => `${person.role} ${person.name}`).join(', ')).toBe(people)
})

it.each<[string, boolean]>([
  ['记者 沈帆 通讯员 陆青禾', true], ['□本报记者 沈帆', true], ['本报评论员', true], ['（沈帆 陆青禾）', true], ['新华社北京10月29日电', true], ['本报讯（记者 沈帆）', true],
  ['记者节来了', false], ['文明创建在行动', false], ['图书馆开馆', false], ['图为会议现场', false], ['鼓足干劲 加压奋进', false], ['作者与读者同行', false], ['高质量发展', false],
])('byline line %s: %s', (line, isByline) => {
  expect(isBylineLine(line)).toBe(isByline)
})
