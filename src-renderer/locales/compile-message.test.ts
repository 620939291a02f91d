import { expect, it } from 'vitest'
import { createTranslations } from '.'

const messages = { plain: '写批注，@姓名 提醒某人', named: '“{name}”第 {page} 版，{name}', forms: 'No changes | One change | {count} changes' }
const { t } = createTranslations('zh-CN', { area: messages }).global

it.each<[string, object, string]>([
  ['plain', {}, '写批注，@姓名 提醒某人'],
  ['named', { name: '$& {page} | a', page: 3 }, '“$& {page} | a”第 3 版，$& {page} | a'],
  ['named', { page: 0 }, '“”第 0 版，'],
  ['forms', { count: 0 }, 'No changes'],
  ['forms', { count: 1 }, 'One change'],
  ['forms', { count: 12 }, '12 changes'],
])('says %s with %o', (name, values, words) => {
  expect(t(`area.${name}`, values as Record<string, unknown>)).toBe(words)
})
