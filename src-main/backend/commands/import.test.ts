import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import type { StoryJson } from '../../common/interchange/import'
import { allStories, openTestLibrary, temporaryFolder } from '../testing/temporary-library'
import { importCommand } from './import'

const sample = 'resources/samples/meeting-report.txt'

async function run(files: string[], isJson = false, input = '') {
  const { backend } = await openTestLibrary()
  const out: string[] = []
  const err: string[] = []
  const code = await importCommand(files, {
    backend, isJson, language: 'zh-CN', input: Readable.from([Buffer.from(input)]), out: line => out.push(line), err: line => err.push(line),
  })
  const { stories } = await backend.api.stories.list(allStories)
  return { code, out, err, stories }
}

it('prints a line a script can use, and says what was left out', async () => {
  const { code, out, err, stories } = await run([sample])
  expect(code).toBe(0)
  expect(out).toEqual([`${stories[0]!.id}\t一线拼抢促开工提速加力抓竣工\u3000以项目之进保全年经济稳中有升`])
  expect(err).toContain(`${sample}: 未采用（网页按钮）：打印 放大 缩小`)
})

it('prints one story, or a list of several, as JSON', async () => {
  const one = JSON.parse((await run([sample], true)).out.join('')) as StoryJson
  expect(one).toMatchObject({ deck: [{ type: 'kicker' }, { type: 'headline' }, { type: 'headline' }, { type: 'subhead' }], slip: { editor: 'LJD207' } })
  expect(JSON.parse((await run([sample, sample], true)).out.join(''))).toHaveLength(2)
})

it('imports the files that can be read when others cannot, and answers 1', async () => {
  const folder = temporaryFolder()
  const [empty, binary, missing] = ['empty.txt', 'binary.txt', 'missing.txt'].map(name => join(folder, name))
  writeFileSync(empty!, '')
  writeFileSync(binary!, Buffer.from([1, 0, 2, 0, 3, 255, 254, 0]))
  const { code, err, stories } = await run([empty!, binary!, missing!, sample])
  expect(code).toBe(1)
  expect(stories).toHaveLength(1)
  expect(err.slice(0, 3)).toEqual([empty, binary, missing].map(file => expect.stringContaining(`(${file})`) as string))
})

it('refuses a file that is the only one, and stores nothing', async () => {
  const path = join(temporaryFolder(), 'empty.txt')
  writeFileSync(path, ' \n')
  await expect(run([path], true)).rejects.toMatchObject({ code: 'empty' })
})

it('reads standard input', async () => {
  const { stories } = await run(['-'], false, readFileSync(sample, 'utf8'))
  expect(stories[0]!.source).toBe('临江日报')
})
