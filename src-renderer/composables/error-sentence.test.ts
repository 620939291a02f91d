import { expect, it } from 'vitest'
import { AppError, errorCodes, type ErrorCode, type ErrorDetails } from '../../src-main/common/ipc/errors'
import { createTranslations } from '../locales'
import { messages as english } from '../locales/en/errors'
import { messages as chinese } from '../locales/zh-CN/errors'
import { messages as packages } from '../locales/zh-CN/packages'
import { messages as proof } from '../locales/zh-CN/proof'
import { messages as stories } from '../locales/zh-CN/stories'
import { errorSentence } from './error-sentence'

const cases: [ErrorCode, ErrorDetails, string][] = [
  ['does-not-fit', { lines: 8 }, '超出版位 8 行'],
  ['missing-glyphs', { characters: ['㐂 U+3402', '𠮷 U+20BB7'] }, '㐂 U+3402、𠮷 U+20BB7'],
  ['missing-pictures', { numbers: ['2', '3'] }, '第 2、3 幅图'],
  ['no-package', { file: 'a.qingyang', reason: 'changed', subject: 'story.yjs' }, '“a.qingyang”不是完好的审稿包：其中“story.yjs”被改动或已损坏。'],
  ['template-timeout', { template: 'own', seconds: 5, places: ['own/own.typ:2', 'own/own.typ:4'] }, '请检查版式中的循环：own/own.typ:2、own/own.typ:4'],
  ['read-only', { id: 'a', cause: 'binned' }, '稿件在回收站中'],
  ['read-only', { cause: 'locked' }, '稿库正被另一程序使用'],
  ['read-only', { cause: 'upgrade' }, '没有改动'],
  ['template-timeout', { template: 'own', seconds: 5, places: [] }, '没有查到是哪一行'],
  ['template-failed', { file: 'slot/slot.typ', line: 3 }, 'slot/slot.typ 第 3 行'],
]
const { t } = createTranslations('zh-CN', { errors: chinese, packages, proof, stories }).global

it.each(cases)('says what %s is about', (code, details, expected) => {
  expect(errorSentence(t, new AppError(code, 'm', details))).toContain(expected)
})

it('has a sentence for every refusal in both languages', () => {
  for (const messages of [chinese, english]) expect(Object.keys(messages).sort()).toEqual([...errorCodes].sort())
})
