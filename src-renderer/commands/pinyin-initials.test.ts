import { expect, it } from 'vitest'
import { pinyinInitials } from './pinyin-initials'

it.each([
  ['新建稿件', 'xjgj'], ['导出…', 'dc'], ['撤销', 'cx'], ['查找与替换', 'czyth'], ['移入回收站', 'yrhsz'], ['表格 Table', 'bg'], ['哦啊二昂', 'oaea'], ['左右做足', 'zyzz'], ['', ''],
])('%s is found by %s', (name, initials) => expect(pinyinInitials(name)).toBe(initials))
