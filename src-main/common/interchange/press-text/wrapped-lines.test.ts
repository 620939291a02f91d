import { expect, it } from 'vitest'
import { assignRole, storyOf } from '../imported-story'
import { readPressText } from './read'
import { candidate } from './classify'
import { continuations, joinedLines } from './wrapped-lines'

const opening = '临江日报讯（记者何青、沈越 通讯员骆川）5月11日，全市防汛工作会议在临江召开。市长沈怀远出席会议并讲话，各县区和有关部门负责人参加会议。'
const second = '会议指出，今年汛期来得早，来得猛，各地要提前检查堤防、泵站和涵闸，备足编织袋、照明灯等防汛物资2.5万件，把责任落实到人，确保安全度汛。'
const third = '会议要求，物资仓库昼夜有人值守。'

/** Breaks a paragraph as programs do: at a width in characters, no closing mark at the head of a line. */
function wrapped(paragraph: string, characters: number): string {
  const lines: string[] = []
  for (let rest = paragraph; rest !== '';) {
    let length = characters
    while (/^[，。；：！？、）”]/.test(rest.slice(length))) length--
    lines.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return lines.join('\n')
}

const paragraphsOf = (text: string) => storyOf(readPressText(text, '', 'utf-8', new Date(2026, 5, 1))).body.map(block => block.text)
const whole = [opening.slice(opening.indexOf('）') + 1), second, third]

it.each([22, 28, 30, 36, 40])('lines broken at %d characters make whole paragraphs again, told by indents', characters => {
  const text = [opening, second, third].map(paragraph => wrapped(`\u3000\u3000${paragraph}`, characters)).join('\n')
  expect(paragraphsOf(`临江市召开防汛工作会议\n2026-05-12 09:30:05 来源：临江日报\n${text}\n责任编辑：韩磊`)).toEqual(whole)
})

it.each([24, 34])('lines broken at %d characters make whole paragraphs again, told by blank lines', characters => {
  const text = [opening, second, third].map(paragraph => wrapped(paragraph, characters)).join('\n\n')
  const reading = readPressText(`临江市召开防汛工作会议\n\n${text}\n\n责任编辑：韩磊`, '', 'utf-8')
  expect(storyOf(reading).body.map(block => block.text)).toEqual(whole)
  expect(reading.slip).toMatchObject({ agency: '临江日报', byline: [{ name: '何青' }, { name: '沈越' }, { name: '骆川' }], editor: '韩磊' })
})

it('a line put back as a paragraph of its own, or added to the one before, moves alone', () => {
  const text = wrapped(`\u3000\u3000${second}${second}`, 30)
  const reading = readPressText(`临江市召开防汛工作会议\n${text}`, '', 'utf-8')
  const last = reading.lines.at(-1)!
  expect(last.role).toBe('continuation')
  const apart = assignRole(reading, last.number, 'paragraph')
  expect(storyOf(apart).body).toHaveLength(2)
  expect(storyOf(apart).body.map(block => block.text).join('')).toBe(second + second)
  expect(storyOf(assignRole(apart, last.number, 'continuation'))).toEqual(storyOf(reading))
})

it.each([
  ['one line a paragraph', `${opening}\n${second}\n${third}`],
  ['a list of titles', '临江市检修排涝泵站第三批今日全部完工\n江边步道今日开放市民游客纷至沓来乐享秋光\n老城微更新完成第一期街坊邻里都点赞新面貌\n今冬供暖提前试水各小区管网运行情况平稳'],
  ['verses', '滚滚长江东逝水\n浪花淘尽英雄\n是非成败转头空\n青山依旧在，几度夕阳红。'],
  ['particulars of a notice', '各位读者，江畔读书会将于本周末举行，欢迎参加。\n时间：2025年10月18日 9:00\n地点：临江图书馆一楼报告厅东侧阅览区\n请提前十五分钟入场，谢谢配合与支持。'],
])('%s stays as it is', (_, text) => {
  expect(continuations(text.split('\n'), text.split('\n').map(candidate))).toEqual(text.split('\n').map(() => false))
})

it('joins Chinese without and words of letters with a space', () => {
  expect(joinedLines(['　　临江大学 ', '  与 MIT Media', 'Lab 合作，', '投入20', '26万元'])).toBe('　　临江大学与 MIT Media Lab 合作，投入2026万元')
})
