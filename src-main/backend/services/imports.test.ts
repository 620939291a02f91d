import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { assignRole } from '../../common/interchange/imported-story'
import type { ImportReading } from '../../common/interchange/import'
import { storyJson } from '../interchange/story-json'
import { allStories, openTestLibrary, temporaryFolder } from '../testing/temporary-library'

const sample = 'resources/samples/meeting-report.txt'
const pasted = (text: string) => ({ name: '', bytes: new TextEncoder().encode(text) })

it('stores nothing when it reads, and the whole story when it is taken', async () => {
  const { backend } = await openTestLibrary()
  const reading = await backend.api.imports.read({ name: 'meeting-report.txt', bytes: readFileSync(sample) })
  expect((await backend.api.stories.list(allStories)).total).toBe(0)
  const summary = await backend.api.imports.take(reading)
  expect(summary).toMatchObject({ kind: 'meeting-report', source: '临江日报', editor: 'LJD207', headline: '一线拼抢促开工提速加力抓竣工\u3000以项目之进保全年经济稳中有升' })
  const story = storyJson(summary.id, backend.stories.read(summary.id), backend.stories.importRecord(summary.id))
  expect(story).toMatchObject({ dateline: '临江日报讯（记者闻一舟、苏砚秋 通讯员骆川）', warnings: [], slip: { publishedAt: '2025-10-16T20:35:08' } })
  expect(story.body).toHaveLength(10)
  expect(story.dropped).toContainEqual({ text: '打印 放大 缩小', reason: 'furniture' })
})

it('takes the lines as the person assigned them', async () => {
  const { backend } = await openTestLibrary()
  const reading = await backend.api.imports.read(pasted('临江夜市\n重新开张\n昨晚，江边的夜市重新开张，三百多个摊位人来人往。'))
  const { id } = await backend.api.imports.take(assignRole(assignRole(reading, 1, 'kicker'), 2, 'headline'))
  expect(storyJson(id, backend.stories.read(id)).deck).toEqual([{ type: 'kicker', text: '临江夜市' }, { type: 'headline', text: '重新开张' }])
})

it('believes the page for lines and roles only', async () => {
  const { backend } = await openTestLibrary()
  const reading = await backend.api.imports.read(pasted('临江夜市\n昨晚，江边的夜市重新开张，三百多个摊位人来人往。'))
  const forged: ImportReading = { ...reading, slip: { ...reading.slip, source: '别处' }, lines: reading.lines.map(line => ({ ...line, text: '别的话' })) }
  const { id } = await backend.api.imports.take(forged)
  const story = storyJson(id, backend.stories.read(id))
  expect(story.slip.source).toBe('')
  expect(story.deck[0]!.text).toBe('临江夜市')
})

it.each<[string, (reading: ImportReading) => unknown, string]>([
  ['a role that does not exist', reading => ({ ...reading, lines: [{ ...reading.lines[0], role: 'boss' }] }), 'invalid-arguments'],
  ['lines out of order', reading => ({ ...reading, lines: [...reading.lines].reverse() }), 'invalid-arguments'],
  ['no reading at all', () => 'text', 'invalid-arguments'],
  ['nothing to take', reading => ({ ...reading, lines: reading.lines.map(line => ({ ...line, role: 'dropped' })) }), 'empty'],
])('refuses %s', async (_, forge, code) => {
  const { backend } = await openTestLibrary()
  const reading = await backend.api.imports.read(pasted('临江夜市\n昨晚，江边的夜市重新开张，三百多个摊位人来人往。'))
  await expect((async () => backend.api.imports.take(forge(reading) as ImportReading))()).rejects.toMatchObject({ code })
  expect((await backend.api.stories.list(allStories)).total).toBe(0)
})

it('reads a file by the grant the person gave, and no other', async () => {
  const { backend, grants } = await openTestLibrary()
  const path = join(temporaryFolder(), '稿.txt')
  writeFileSync(path, '临江夜市\r\n昨晚，江边的夜市重新开张，三百多个摊位人来人往。')
  grants.add('token', path, 'read')
  expect(await backend.api.imports.read({ grant: 'token' })).toMatchObject({ name: '稿.txt', encoding: 'utf-8' })
  await expect((async () => backend.api.imports.read({ grant: path }))()).rejects.toMatchObject({ code: 'not-found' })
})

const pressText = '../shared/samples/county-secretaries-meeting.txt'
it.skipIf(!existsSync(pressText))('understands a real press text', async () => {
  const { backend } = await openTestLibrary()
  const { id } = await backend.api.imports.take(await backend.api.imports.read({ name: 'a.txt', bytes: readFileSync(pressText) }))
  const story = storyJson(id, backend.stories.read(id), backend.stories.importRecord(id))
  const file = readFileSync(pressText, 'utf8').split(/\r?\n/).map(line => line.trim()).filter(line => line !== '')
  const fullWidth = (line: string) => line.replace(/[,;:!?()]/g, mark => ({ ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' })[mark]!)
  expect(story.slip.shortTitle).toBe(fullWidth(file[0]!))
  const deck = file.slice(3, 7).map(fullWidth)
  expect(story.deck.map(line => line.type)).toEqual(['kicker', 'headline', 'headline', 'subhead'])
  expect(story.deck.map(line => line.text.replace(/\s/g, ''))).toEqual(deck)
  expect(story.slip).toMatchObject({ kind: 'meeting-report', source: '湖北日报', agency: '湖北日报', dispatch: '讯', editor: 'ERM523', publishedAt: '2021-10-29T21:01:26' })
  expect(story.slip.byline).toEqual(['李保林', '王婧', '陈迹'].map(name => ({ role: 'reporter', name })))
  expect(story.dateline).toBe('湖北日报讯（记者李保林、王婧、陈迹）')
  expect(story.body.map(block => block.type)).toEqual(Array(9).fill('paragraph'))
  expect(story.body[0]!.text).toMatch(/^10月29日下午，/)
  expect(JSON.stringify(story.body)).not.toMatch(/\p{Script=Han}[,;:()]|[,;:()]\p{Script=Han}|打印|相关阅读|最近更新|责任编辑/u)
  expect(story.dropped.map(({ text }) => text)).toEqual(['打印 放大 缩小', '相关阅读', '最近更新'])
  const listed = file.slice(file.indexOf('最近更新') + 1)
  expect(story.slip.links.map(({ list }) => list)).toEqual(story.slip.links.map(() => 'latest'))
  expect(story.slip.links.map(({ text }) => text).join('').replace(/\s/g, '')).toBe(listed.map(fullWidth).join('').replace(/\s/g, ''))
  expect(story.warnings).toEqual([])
})

const longText = '临江夜市\n' + '昨晚,江边的夜市(试营业)重新开张,三百多个摊位人来人往,"江风小吃"一条街排起长队.\n'.repeat(20_000)

it('says how far a long text is, serves others meanwhile, and ends when it is cancelled', async () => {
  const { backend: { api }, events } = await openTestLibrary()
  const reading = await api.imports.read(pasted(longText), 'read')
  const shares = events.flatMap(({ event, payload }) => event === 'import-progressed' ? [payload as { task: string, share: number }] : [])
  expect(shares.every(({ task }, index) => task === 'read' && (index === 0 || shares[index - 1]!.share <= shares[index]!.share))).toBe(true)
  expect(shares.at(-1)!.share).toBeGreaterThan(0.5)

  for (const work of [() => api.imports.read(pasted(longText), 'long'), () => api.imports.take(reading, 'long')]) {
    let isDone = false
    const ended = Promise.resolve(work()).then(() => 'taken', (error: { code: string }) => error.code).finally(() => { isDone = true })
    await new Promise(resolve => { setImmediate(resolve) })
    expect((await api.stories.list(allStories)).total).toBe(0)
    expect(isDone).toBe(false)
    await api.imports.cancel('long')
    expect(await ended).toBe('cancelled')
  }
  expect((await api.stories.list(allStories)).total).toBe(0)
  expect(await api.imports.take(await api.imports.read(pasted(longText.slice(0, 200)), 'long'), 'long')).toMatchObject({ headline: '临江夜市' })
})
