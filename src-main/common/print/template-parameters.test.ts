import { expect, it } from 'vitest'
import { boundsOf, isPossibleValue, parameterValues, type TemplateParameter } from './template-parameters'

const label = { 'zh-CN': '标题字体', 'en': 'Headline face' }
const face: TemplateParameter = { name: 'headlineFace', label, type: 'face', default: 'hei' }
const size: TemplateParameter = { name: 'size', label, type: 'size', default: 18, least: 10, most: 36 }
const rule: TemplateParameter = { name: 'hasRule', label, type: 'switch', default: true }
const style: TemplateParameter = { name: 'style', label, type: 'choice', default: 'thin', choices: [{ value: 'thin', label }, { value: 'double', label }] }

it('takes the newsroom’s values where they are possible, else the template’s', () => {
  expect(parameterValues([face, size, rule, style])).toEqual({ headlineFace: 'hei', size: 18, hasRule: true, style: 'thin' })
  expect(parameterValues([face, size, rule, style], { headlineFace: '临江宋', size: 24, hasRule: false, style: 'double', gone: 1 }))
    .toEqual({ headlineFace: '临江宋', size: 24, hasRule: false, style: 'double' })
  expect(parameterValues([face, size, rule, style], { headlineFace: '', size: 60, hasRule: 'yes', style: 'dotted' }))
    .toEqual({ headlineFace: 'hei', size: 18, hasRule: true, style: 'thin' })
})

it('bounds numbers by their kind when the manifest does not', () => {
  const tint: TemplateParameter = { name: 'tint', label, type: 'tint', default: 10 }
  expect(boundsOf(tint)).toEqual({ least: 0, most: 100 })
  expect([0, 100, 101, -1, '5'].map(value => isPossibleValue(tint, value))).toEqual([true, true, false, false, false])
})
