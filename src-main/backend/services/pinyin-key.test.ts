import { expect, it } from 'vitest'
import { pinyinKey } from './pinyin-key'

const inOrder = (texts: string[]) => [...texts].sort((a, b) => pinyinKey(a) < pinyinKey(b) ? -1 : 1)

it('sorts digits, Latin, then Han by pinyin; marks do not count', () => {
  expect(inOrder(['郑州', '安全', '北京', 'Beta', '2026', '《白鹭》', 'alpha'])).toEqual(['2026', 'alpha', 'Beta', '安全', '《白鹭》', '北京', '郑州'])
})
