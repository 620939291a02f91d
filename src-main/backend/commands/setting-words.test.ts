import { expect, it } from 'vitest'
import { settingWords } from './setting-words'

it.each([[8, 0, '超 8 行', '8 lines over'], [0, 1, '余 1 行', '1 line to spare'], [0, 0, '正好', 'fits exactly']])('says %i over and %i spare', (over, spare, chinese, english) => {
  expect([settingWords['zh-CN'].fit({ over, spare }), settingWords.en.fit({ over, spare })]).toEqual([chinese, english])
})

it('says which font is not there and what stands in', () => {
  const font = { family: '临江书宋', by: 'Noto Serif SC' }
  expect([settingWords['zh-CN'].substituted(font), settingWords.en.substituted(font)]).toEqual(['没有字体 临江书宋，以 Noto Serif SC 代替', 'no font 临江书宋, Noto Serif SC in its place'])
})
