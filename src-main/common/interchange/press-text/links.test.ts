import { expect, it } from 'vitest'
import { linkNotes } from './links'

const titles = (...lines: string[]) => linkNotes('related', lines).map(link => link.text)

it('parts titles at gaps of several spaces, tabs or full-width spaces', () => {
  expect(titles('临江市检修排涝泵站   江边步道今日开放\u3000\u3000老城微更新 完成第一期')).toEqual(['临江市检修排涝泵站', '江边步道今日开放', '老城微更新\u3000完成第一期'])
  expect(titles('今冬供暖提前试水\t夜市重新开张了')).toEqual(['今冬供暖提前试水', '夜市重新开张了'])
})

it('leaves a title whole whose words are only set apart', () => {
  expect(titles('开工  大吉')).toEqual(['开工\u3000大吉'])
  expect(titles('临江再添新地标 大桥今日合龙')).toEqual(['临江再添新地标\u3000大桥今日合龙'])
})

it('parts the lines of a list in two columns where the halves are most alike', () => {
  expect(titles(
    '临江市检修排涝泵站今年第三批 江边步道今日开放迎客',
    '临江再添跨江新地标,第三座大桥今日合龙 老城微更新完成第一期 街坊点赞新面貌',
    '今冬供暖提前试水 烟火气旺 夜市重新开张迎来市民游客',
  )).toEqual([
    '临江市检修排涝泵站今年第三批', '江边步道今日开放迎客', '临江再添跨江新地标，第三座大桥今日合龙', '老城微更新完成第一期\u3000街坊点赞新面貌', '今冬供暖提前试水\u3000烟火气旺', '夜市重新开张迎来市民游客',
  ])
})
