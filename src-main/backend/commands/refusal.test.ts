import { expect, it } from 'vitest'
import { AppError } from '../../common/ipc/errors'
import { refusalText } from './refusal'

it.each([
  [new AppError('storage-failed', 'a.pdf cannot be written: EACCES', { name: 'a.pdf', cause: 'EACCES' }), '磁盘拒绝读写：a.pdf（EACCES）', 'The disk refused: a.pdf (EACCES)'],
  [new AppError('not-readable', 'a.txt cannot be read', { name: 'a.txt', cause: 'EISDIR' }), '无法读取：a.txt（EISDIR）', 'Cannot be read: a.txt (EISDIR)'],
  [new AppError('disk-full', 'No room for a.pdf', { name: 'a.pdf' }), '磁盘已满，没有写入：a.pdf', 'The disk is full, nothing was written: a.pdf'],
  [new AppError('not-found', 'No story ab', { id: 'ab' }), '找不到：没有编号为 ab 的稿件', 'Not found: no story ab'],
  [new AppError('not-found', 'Several stories begin with ab', { id: 'ab', several: 'yes' }), '找不到：编号以“ab”开头的稿件不止一篇，请多写几位', 'Not found: more than one story begins with “ab”, please type more of it'],
  [new AppError('does-not-fit', '8 lines', { lines: 8 }), '稿件放不下：超 8 行', 'The story does not fit: 8 lines too many'],
  [new AppError('internal', 'a bug'), '程序内部错误：a bug', 'Internal error: a bug'],
])('says what was refused and why: %s', (error, chinese, english) => {
  expect(refusalText(error, 'zh-CN')).toBe(`qingyang: ${chinese}`)
  expect(refusalText(error, 'en')).toBe(`qingyang: ${english}`)
})
