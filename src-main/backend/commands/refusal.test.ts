import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { AppError, type ErrorCode } from '../../common/ipc/errors'
import { refusalText } from './refusal'

it.each([
  [new AppError('storage-failed', 'a.pdf cannot be written: EACCES', { name: 'a.pdf', cause: 'EACCES' }), '磁盘拒绝读写：a.pdf（EACCES）', 'The disk refused: a.pdf (EACCES)'],
  [new AppError('not-readable', 'a.txt cannot be read', { name: 'a.txt', cause: 'EISDIR' }), '无法读取：a.txt（EISDIR）', 'Cannot be read: a.txt (EISDIR)'],
  [new AppError('disk-full', 'No room for a.pdf', { name: 'a.pdf' }), '磁盘已满，没有写入：a.pdf', 'The disk is full, nothing was written: a.pdf'],
  [new AppError('not-found', 'No story ab', { id: 'ab' }), '找不到：没有编号为 ab 的稿件', 'Not found: no story ab'],
  [new AppError('not-found', 'Several stories begin with ab', { id: 'ab', several: 'yes' }), '找不到：编号以“ab”开头的稿件不止一篇，请多写几位', 'Not found: more than one story begins with “ab”, please type more of it'],
  [new AppError('does-not-fit', '8 lines', { lines: 8 }), '稿件放不下：超 8 行', 'The story does not fit: 8 lines too many'],
  [new AppError('read-only', 'in use', { cause: 'locked' }), '只读，没有改动：资料库正被另一程序使用（多半是打开着的窗口），请先关闭它', 'Read only, nothing was changed: another program uses the library, most likely its window: close it first'],
  [new AppError('no-package', 'changed story.yjs', { reason: 'changed', subject: 'story.yjs' }), '不是完好的审稿包，没有存入任何内容：“story.yjs”被改动或已损坏', 'No review package, or a damaged one; nothing was stored: “story.yjs” was changed or is damaged'],
  [new AppError('not-found', 'no template', { template: 'x', templates: ['slot', 'lead'] }), '找不到：没有版式 x；有：slot、lead', 'Not found: no print template x; there are: slot, lead'],
  [new AppError('unavailable', 'The typesetter does not start'), '排版程序没有运行', 'The typesetter is not running: The typesetter does not start'],
  [new AppError('internal', 'a bug'), '程序内部错误：a bug', 'Internal error: a bug'],
])('says what was refused and why: %s', (error, chinese, english) => {
  expect(refusalText(error, 'zh-CN')).toBe(`qingyang: ${chinese}`)
  expect(refusalText(error, 'en')).toBe(`qingyang: ${english}`)
})

it('says every refusal the commands can meet in Chinese without English sentences', () => {
  const sources = filesIn('src-main/backend').filter(file => !/\.test\.ts$|testing/.test(file)).map(file => readFileSync(file, 'utf8')).join('\n')
  const thrown = [...sources.matchAll(/new AppError\('(?<code>[a-z-]+)', .*?cause: '(?<cause>[a-z-]+)'/g)].map(({ groups }) => groups as { code: ErrorCode, cause: string })
  expect(thrown.length).toBeGreaterThan(10)
  for (const { code, cause } of thrown) {
    const details = { cause, id: 'ab', folder: 'ku', name: 'a', template: 'slot' }
    expect(refusalText(new AppError(code, 'An English sentence', details), 'zh-CN'), `${code} ${cause}`).not.toMatch(/[a-z]{3,} [a-z]{2,} /i)
  }
})

const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(file => join(folder, file))
