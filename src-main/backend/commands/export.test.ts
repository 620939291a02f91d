import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Slip } from '../../common/document/slip'
import { defaultPressOptions } from '../../common/print/press'
import { runCommandLine } from '../command-line'
import { buildTypesetter } from '../testing/built-typesetter'
import { sampleDoc } from '../testing/sample-documents'
import { openTestLibrary, temporaryFolder } from '../testing/temporary-library'

const built = mkdtempSync(join(tmpdir(), 'qingyang-export-'))
let typesetterEntry: string
beforeAll(async () => { typesetterEntry = await buildTypesetter(built) })
afterAll(() => rmSync(built, { recursive: true }))

const paragraphs = Array.from({ length: 4 }, () => '会议强调，要坚定信心、保持定力，抓好各项工作落实。'.repeat(3))

const blocks: Record<string, Partial<Slip>> = { HELD: { legalHold: '等律师意见' }, INTERNAL: { publication: 'internal' }, EMBARGOED: { embargo: '2999-01-01T06:00:00' } }

async function qingyang(...typed: string[]) {
  const { backend, folder } = await openTestLibrary()
  const { id } = backend.stories.add(sampleDoc('江水上涨', paragraphs, { page: 'A01', editor: 'LJ042' }))
  const open = backend.stories.add(sampleDoc('白鹭归来', [...paragraphs, '记者（姓名待核）报道。']))
  const held = Object.fromEntries(Object.entries(blocks).map(([name, slip]) => [name, backend.stories.add(sampleDoc(`稿件${name}`, paragraphs, { editor: 'LJ042', ...slip })).id as string]))
  const target = temporaryFolder()
  const printed: string[] = []
  const said: string[] = []
  const exitCode = await runCommandLine(typed.map(word => word.replace('STORY', id).replace('OPEN', open.id).replace('TARGET', target)).map(word => held[word] ?? word), {
    libraryFolder: folder, resourcesFolder: resolve('resources'), typesetterEntry, environment: { LANG: 'zh_CN.UTF-8' },
    print: text => printed.push(text), say: text => said.push(text),
  })
  return { exitCode, printed: printed.join('\n'), said: said.join('\n'), target }
}

const head = (target: string, name: string) => readFileSync(join(target, name), 'latin1').slice(0, 8)

it('writes PDF/X-4 for press unless told otherwise', async () => {
  const { exitCode, printed, target } = await qingyang('export', 'STORY', '--template', 'slot', '-o', 'TARGET/page.pdf')
  expect(exitCode).toBe(0)
  expect(printed).toMatch(/page\.pdf\tpress\t1 页\t/)
  expect(head(target, 'page.pdf')).toBe('%PDF-1.6')
})

it('takes the plant’s wishes as flags', async () => {
  const { exitCode, target } = await qingyang('export', 'STORY', '--standard', 'x-1a', '--no-bleed', '--no-marks', '--no-slug-line', '-o', 'TARGET/page.pdf')
  expect(exitCode).toBe(0)
  expect(head(target, 'page.pdf')).toBe('%PDF-1.4')
  expect(readdirSync(target).sort()).toEqual(['page.ninjs.json', 'page.pdf'])
  expect((await qingyang('export', 'STORY', '--standard', 'x-9', '-o', 'TARGET/page.pdf')).exitCode).toBe(2)
  expect((await qingyang('export', 'STORY', '--profile', 'no-such', '-o', 'TARGET/page.pdf')).said).toContain('no-such')
})

it('takes the plant’s own profile from its file, and says what is none', async () => {
  const folder = temporaryFolder()
  const [profile, none] = [join(folder, '印厂.icc'), join(folder, 'none.icc')]
  copyFileSync(resolve('resources', 'profiles', `${defaultPressOptions.profile}.icc`), profile)
  writeFileSync(none, 'no profile')
  expect((await qingyang('export', 'STORY', '--profile', profile, '-o', 'TARGET/page.pdf')).exitCode).toBe(0)
  expect((await qingyang('preflight', 'STORY', '--profile', profile)).exitCode).toBe(0)
  expect(await qingyang('export', 'STORY', '--profile', none, '-o', 'TARGET/page.pdf')).toMatchObject({ exitCode: 1, said: 'qingyang: 无法读取：none.icc 不是 ICC 特性文件，或已损坏' })
  expect((await qingyang('export', 'STORY', '--profile', join(folder, 'gone.icc'), '-o', 'TARGET/page.pdf')).said).toMatch(/^qingyang: 找不到：.*gone\.icc$/)
})

it.each([['archive', '%PDF-1.7'], ['accessible', '%PDF-1.7']])('writes the %s edition', async (output, header) => {
  const { exitCode, target } = await qingyang('export', 'STORY', '--output', output, '-o', 'TARGET/page.pdf')
  expect(exitCode).toBe(0)
  expect(head(target, 'page.pdf')).toBe(header)
})

it('writes many stories into a folder, says which was not written, and exits with 1 then', async () => {
  const { exitCode, printed, said, target } = await qingyang('export', 'STORY', 'OPEN', '--to', 'TARGET/pages')
  expect(exitCode).toBe(1)
  expect(printed).toMatch(/^A01 江水上涨\.pdf\t1 页/)
  expect(said).toContain('付印前检查未通过')
  expect(said).toContain('(白鹭归来)')
  expect(readdirSync(join(target, 'pages'))).toEqual(['A01 江水上涨.pdf'])
})

it.each(Object.keys(blocks))('writes no press file of a story that is %s, alone or among others', async name => {
  const alone = await qingyang('export', name, '--template', 'slot', '-o', 'TARGET/page.pdf')
  expect([alone.exitCode, readdirSync(alone.target)]).toEqual([1, []])
  expect(alone.said).toContain('付印前检查未通过')
  const many = await qingyang('export', name, 'STORY', '--to', 'TARGET/pages')
  expect([many.exitCode, readdirSync(join(many.target, 'pages'))]).toEqual([1, ['A01 江水上涨.pdf']])
  expect((await qingyang('preflight', name)).printed).toMatch(/^须改\t(法务暂扣：等律师意见|.*不予刊发|.*解禁)/)
})

it('checks a story before press', async () => {
  expect(await qingyang('preflight', 'STORY')).toMatchObject({ exitCode: 0, printed: '注意\t尚未签发\n墨量 100%（上限 220%），印版 black' })
  const open = await qingyang('preflight', 'OPEN')
  expect(open.exitCode).toBe(1)
  expect(open.printed.split('\n').slice(0, 2)).toEqual(['须改\t有待补的文字：（姓名待核）', '注意\t没有责任编辑'])
})
