import { describe, expect, it } from 'vitest'
import { headlineBreaks, widthOf } from './headline-breaks'

describe('headline breaks', () => {
  it('are as even as the words allow', () => {
    expect(headlineBreaks(['临江大桥昨日通车市民冒雨参观'])[0]).toEqual(['临江大桥昨日通车', '市民冒雨参观'])
    expect(headlineBreaks(['周明远在临江调研时强调', '抓好项目建设']).map(lines => lines.join('／'))).toContain('周明远在临江调研时强调抓好项目建设')
  })

  it('keep or leave out the space between former lines', () => {
    const proposed = headlineBreaks(['鼓足干劲抓落实', '确保全年交出“满意答卷”']).map(lines => lines.join('／'))
    expect(proposed).toContain('鼓足干劲抓落实　确保全年交出“满意答卷”')
  })

  it('tear no word, number or quotation, and put no mark where it may not stand', () => {
    for (const lines of [['临江市“十五五”规划纲要（草案）征求意见'], ['2026年临江市GDP同比增长6.8%，创近十年新高'], ['《临江市县域经济发展三年行动方案》昨日发布']]) {
      for (const proposed of headlineBreaks(lines)) {
        expect(proposed.join('').replaceAll('　', '')).toBe(lines.join(''))
        for (const line of proposed) {
          expect(line).not.toMatch(/^[，。、）》”%年的]|[（《“]$|\d$/)
          expect(widthOf(line)).toBeGreaterThanOrEqual(3)
        }
      }
    }
  })

  it('propose nothing for a headline too short to break', () => { expect(headlineBreaks(['春耕'])).toEqual([]) })
})
