import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { version } from '../../package.json'
import type { StoryJson } from '../common/interchange/import'
import type { StorySummary } from '../common/story/story'
import { runCommandLine } from './command-line'
import { defaultLibraryFolder } from './library-place'
import { openTestLibrary, temporaryFolder } from './testing/temporary-library'
import { sampleDoc } from './testing/sample-documents'

async function qingyang(typed: string[], library = temporaryFolder(), environment: NodeJS.ProcessEnv = { LANG: 'zh_CN.UTF-8' }) {
  const printed: string[] = []
  const said: string[] = []
  const exitCode = await runCommandLine(typed, {
    libraryFolder: library, resourcesFolder: 'resources', typesetterEntry: 'no-typesetter.cjs', environment,
    print: text => printed.push(text), say: text => said.push(text),
  })
  return { exitCode, printed: printed.join('\n'), said: said.join('\n') }
}

async function libraryOfTwo() {
  const { backend, folder } = await openTestLibrary()
  const slip = { source: '临江日报', agency: '临江日报', dispatch: '讯', byline: [{ role: 'reporter', name: '周行' }], editor: 'LJ042' } as const
  const first = backend.stories.add(sampleDoc('江水上涨', ['水位超过警戒线。'], { ...slip, byline: [...slip.byline] }))
  const second = backend.stories.add(sampleDoc('白鹭归来', ['湿地里来了白鹭。']))
  return { folder, first: first.id, second: second.id, backend }
}

it('lists stories for people and for scripts', async () => {
  const { folder, first } = await libraryOfTwo()
  const { exitCode, printed } = await qingyang(['list', '--filter', '警戒'], folder)
  expect(exitCode).toBe(0)
  expect(printed.split('\n')).toHaveLength(2)
  expect(printed).toContain(`${first.slice(0, 8)}  消息  江水上涨  临江日报  LJ042     草稿  8 `)
  const json = JSON.parse((await qingyang(['list', '--json', '--sort', 'headline', '--ascending'], folder)).printed) as StorySummary[]
  expect(json.map(story => story.headline)).toEqual(['白鹭归来', '江水上涨'])
  expect((await qingyang(['list', '--json', '--limit', '1'], folder)).printed).toContain('白鹭')
  expect((await qingyang(['list', '--bin', '--json'], folder)).printed).toBe('[]')
})

it('shows a story by the beginning of its id', async () => {
  const { folder, first } = await libraryOfTwo()
  const { printed } = await qingyang(['show', first.slice(0, 6)], folder)
  expect(printed).toBe('江水上涨\n\n临江日报讯（记者周行）水位超过警戒线。\n\n（责任编辑：LJ042）')
  const story = JSON.parse((await qingyang(['show', first, '--json'], folder)).printed) as StoryJson
  expect(story).toMatchObject({ id: first, deck: [{ type: 'headline', text: '江水上涨' }], body: [{ type: 'paragraph', text: '水位超过警戒线。' }], dropped: [], warnings: [] })
})

it('says which story there is not, so that a script can read it', async () => {
  const { folder } = await libraryOfTwo()
  const { exitCode, printed, said } = await qingyang(['show', 'uu', '--json'], folder) // ids have no u
  expect(exitCode).toBe(1)
  expect(JSON.parse(printed)).toEqual({ error: { code: 'not-found', message: 'No story uu', details: { id: 'uu' } } })
  expect(said).toBe('qingyang: 找不到：没有编号为 uu 的稿件')
  expect((await qingyang(['show', ''], folder)).exitCode).toBe(1)
})

it('says that an id is too short to mean one story', async () => {
  const { folder } = await libraryOfTwo()
  const { exitCode, said } = await qingyang(['show', ''], folder)
  expect({ exitCode, said }).toEqual({ exitCode: 1, said: 'qingyang: 找不到：编号以“”开头的稿件不止一篇，请多写几位' })
})

it('says once, in the language of the system, that there is no library', async () => {
  const folder = join(temporaryFolder(), '稿库')
  expect(await qingyang(['list'], folder)).toMatchObject({ exitCode: 1, said: `qingyang: 找不到：${folder} 里没有资料库` })
  expect(await qingyang(['list'], folder, { LANG: 'en_GB.UTF-8' })).toMatchObject({ exitCode: 1, said: `qingyang: Not found: no library in ${folder}` })
})

it('verifies, names what is wrong, and repairs', async () => {
  const { folder, backend, first } = await libraryOfTwo()
  backend.library.db.exec(`UPDATE stories SET headline = '假' WHERE number = 1`)
  backend.close()
  const wrong = await qingyang(['verify'], folder)
  expect(wrong.exitCode).toBe(1)
  expect(wrong.printed).toBe(`有误  列表信息与稿件不符  ${first}  headline`)
  const repaired = await qingyang(['verify', '--repair'], folder)
  expect(repaired.exitCode).toBe(0)
  expect(repaired.printed).toContain(`已修复  列表信息与稿件不符  ${first}  headline`)
  expect(await qingyang(['verify'], folder)).toMatchObject({ exitCode: 0, printed: '完好：稿件 2 篇，图片 0 张' })
})

it('backs up while the workstation is open, and never over something', async () => {
  const { folder } = await libraryOfTwo()
  const target = join(temporaryFolder(), '备份')
  expect(await qingyang(['backup', target, '--json'], folder)).toMatchObject({ exitCode: 0 })
  expect((await qingyang(['verify', '--library', target])).printed).toContain('稿件 2 篇')
  expect((await qingyang(['backup', target], folder)).exitCode).toBe(1)
})

it('repairs nothing while the workstation is open', async () => {
  const { folder } = await libraryOfTwo()
  expect(await qingyang(['verify', '--repair'], folder)).toMatchObject({ exitCode: 1, said: expect.stringContaining('只读') as string })
})

it('refuses a file that is no library', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'library.db'), '不是资料库'.repeat(999))
  expect((await qingyang(['list'], folder)).exitCode).toBe(1)
})

it.each([[[]], [['nonsense']], [['constructor']], [['list', 'more']], [['list', '--nonsense']], [['list', '--sort', 'id']], [['list', '--limit', '-1']], [['show']], [['backup']], [['backup', 'a', 'b']], [['import']]])(
  'ends with 2 and explains itself for: %j', async typed => {
    const folder = join(temporaryFolder(), 'library')
    const { exitCode, printed, said } = await qingyang(typed, folder)
    expect({ exitCode, printed }).toEqual({ exitCode: 2, printed: '' })
    expect(said).toContain('qingyang ')
  })

it('explains every command in the language of the system', async () => {
  for (const name of ['import', 'list', 'show', 'typeset', 'preflight', 'export', 'verify', 'backup']) {
    expect((await qingyang(['--help'])).printed).toContain(`qingyang ${name}`)
    const chinese = await qingyang([name, '--help'])
    const english = await qingyang([name, '--help'], undefined, { LANG: 'en_GB.UTF-8' })
    expect([chinese.exitCode, english.exitCode]).toEqual([0, 0])
    expect(chinese.printed).toMatch(/\p{Script=Han}/u)
    expect(english.printed).not.toMatch(/\p{Script=Han}/u)
  }
  expect((await qingyang(['--version'])).printed).toBe(version)
})

it('uses the library of the workstation unless told otherwise', () => {
  expect(defaultLibraryFolder({ QINGYANG_USER_DATA: '/data' }, 'linux')).toBe(join('/data', 'library'))
  expect(defaultLibraryFolder({ XDG_CONFIG_HOME: '/config' }, 'linux')).toBe(join('/config', 'Qingyang', 'library'))
  expect(defaultLibraryFolder({ APPDATA: '/roaming' }, 'win32')).toBe(join('/roaming', 'Qingyang', 'library'))
})

it('makes a library only to import into', async () => {
  const parent = temporaryFolder()
  const library = join(parent, '新', '库')
  const missing = await qingyang(['list', '--library', library, '--json'])
  expect(missing.exitCode).toBe(1)
  expect(JSON.parse(missing.printed)).toMatchObject({ error: { code: 'not-found' } })
  expect(existsSync(join(parent, '新'))).toBe(false)
  writeFileSync(join(parent, '稿.txt'), '江水上涨\n\n　　临江日报讯（记者周行）水位超过警戒线。\n')
  expect((await qingyang(['import', join(parent, '稿.txt'), '--library', library])).exitCode).toBe(0)
  expect((await qingyang(['list', '--library', library])).printed).toContain('江水上涨')
})
