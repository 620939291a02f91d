import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoryJson } from '../src-main/common/interchange/import'
import { slipFields } from '../src-main/common/document/slip'
import { comparable } from '../src-main/typesetting/lines/paragraph-texts'
import { inspectPdf } from '../src-main/typesetting/testing/pdf-tools'
import { expect, test } from './fixtures/app'
import { projectFolder } from './fixtures/launch'

const samples = {
  'an invented press text': join(projectFolder, 'resources', 'samples', 'meeting-report.txt'),
  'a real press text': join(projectFolder, '..', 'shared', 'samples', 'county-secretaries-meeting.txt'),
}

/** The command as it is typed in a checkout, on a library of the test's own. */
function commandLine(library: string) {
  return (...typed: string[]) => {
    const { status, stdout, stderr } = spawnSync('npx', ['qingyang', ...typed, '--library', library], { cwd: projectFolder, encoding: 'utf8', env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' } })
    return { exitCode: status, printed: stdout.trim(), said: stderr.trim() }
  }
}

const json = <T>({ exitCode, printed, said }: { exitCode: number | null, printed: string, said: string }) => {
  expect({ exitCode, said }).toMatchObject({ exitCode: 0 })
  return JSON.parse(printed) as T
}

for (const [name, sample] of Object.entries(samples)) {
  test(`${name} becomes a press PDF without a window`, async ({ userData }) => {
    test.skip(!existsSync(sample), 'this sample is not here')
    const qingyang = commandLine(join(userData, 'library'))

    const imported = json<StoryJson>(qingyang('import', sample, '--json'))
    expect(Object.keys(imported).sort()).toEqual(['body', 'dateline', 'deck', 'dropped', 'id', 'slip', 'warnings'])
    expect(json<StoryJson>(qingyang('show', imported.id, '--json'))).toEqual(imported)
    expect(Object.keys(imported.slip).sort()).toEqual([...slipFields].sort())
    for (const line of imported.deck) expect(Object.keys(line).sort()).toEqual(['text', 'type'])
    for (const block of imported.body) expect(Object.keys(block).sort()).toEqual(['text', 'type'])
    for (const person of imported.slip.byline) expect(Object.keys(person).sort()).toEqual(['name', 'role'])
    for (const line of imported.dropped) expect(Object.keys(line).sort()).toEqual(['reason', 'text'])
    expect(imported.deck.map(({ type }) => type)).toEqual(['kicker', 'headline', 'headline', 'subhead'])
    expect(imported.slip.publishedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    expect(imported.body[0]!.text.startsWith(imported.dateline)).toBe(false)

    expect(json<{ id: string }[]>(qingyang('list', '--json')).map(({ id }) => id)).toEqual([imported.id])
    expect(json<{ template: string }>(qingyang('typeset', imported.id, '--template', 'slot', '--json'))).toMatchObject({ template: 'slot', missing: [] })

    const page = join(userData, 'page.pdf')
    expect(json(qingyang('export', imported.id, '--template', 'slot', '-o', page, '--json'))).toMatchObject({ template: 'slot', output: 'press' })
    await expectPressPage(page, imported)

    expect(qingyang('verify')).toMatchObject({ exitCode: 0, printed: '完好：稿件 1 篇，图片 0 张' })
    const copy = join(userData, 'copy')
    expect(qingyang('backup', copy)).toMatchObject({ exitCode: 0 })
    expect(json<StoryJson>(commandLine(copy)('show', imported.id, '--json'))).toEqual(imported)
  })
}

/** One page, every font in it, the story in reading order, black alone. */
async function expectPressPage(file: string, { deck, dateline, body }: StoryJson) {
  const page = inspectPdf(await readFile(file))
  expect(page.info()).toMatch(/Pages: +1\n/)
  for (const font of page.fonts()) expect(font).toMatch(/ yes +(yes|no) +(yes|no) +\d+ +\d+$/)
  const text = comparable(page.text())
  const wanted = [...deck.map(line => line.text), dateline + body[0]!.text, ...body.slice(1).map(block => block.text)].map(comparable)
  let from = 0
  for (const words of wanted) {
    const at = text.indexOf(words, from)
    expect(at, words).toBeGreaterThanOrEqual(from)
    from = at + words.length
  }
  expect(page.ink('trim').map(([c, m, y]) => [c, m, y])).toEqual([[0, 0, 0]])
  page.remove()
}

test('exit codes tell a refusal from a slip of the hand', async ({ userData }) => {
  const qingyang = commandLine(join(userData, 'library'))
  const empty = join(userData, 'empty.txt')
  await writeFile(empty, '')
  const refused = qingyang('import', empty, '--json')
  expect(refused).toMatchObject({ exitCode: 1 })
  expect(JSON.parse(refused.printed)).toMatchObject({ error: { code: 'empty' } })
  expect(json<unknown[]>(qingyang('list', '--json'))).toEqual([])
  expect(qingyang('show', 'uu').exitCode).toBe(1)
  expect(qingyang('set', 'uu').exitCode).toBe(2)
  expect(qingyang('show', '--colour').exitCode).toBe(2)
})
