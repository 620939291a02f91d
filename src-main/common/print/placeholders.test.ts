import { expect, it } from 'vitest'
import { placeholdersIn } from './placeholders'

const found = (text: string) => placeholdersIn(text).map(({ text: words, severity }) => `${severity} ${words}`)

it.each([
  ['投资××亿元', ['warning ××']],
  ['副市长（姓名待核）出席', ['blocker （姓名待核）']],
  ['参会人数【待补】', ['blocker 【待补】']],
  ['参会人数待补。', ['warning 待补']],
  ['XX市XX局', ['warning XX', 'warning XX']],
  ['时间？？？地点___', ['warning ？？？', 'warning ___']],
  ['增长 TK 个百分点', ['warning TK']],
])('finds what was left open in %s', (text, expected) => expect(found(text)).toEqual(expected))

it.each(['二〇〇八年', '3×5 米', '短板有待补齐', '基础设施有待补充完善', '待核酸检测完成后', 'XXL 码', 'TKK 公司', '待补充材料齐全', '为什么？怎么办？', '（待核实后公布）', '家长等待补课的孩子'])(
  'leaves %s alone', text => expect(found(text)).toEqual([]))

it('says where', () => expect(placeholdersIn('甲乙××丙')).toEqual([{ text: '××', from: 2, to: 4, severity: 'warning' }]))
