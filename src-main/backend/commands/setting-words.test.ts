import { expect, it } from 'vitest'
import { settingWords } from './setting-words'

it.each([[8, 0, '超 8 行', '8 lines over'], [0, 1, '余 1 行', '1 line to spare'], [0, 0, '正好', 'fits exactly']])('says %i over and %i spare', (over, spare, chinese, english) => {
  expect([settingWords['zh-CN'].fit({ over, spare }), settingWords.en.fit({ over, spare })]).toEqual([chinese, english])
})
