import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { unpackProof } from '../../common/print/sent-proof'
import { realTypesetter, resourcesFolder } from '../testing/real-typesetter'
import { sampleJob } from '../testing/sample-story'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach(folder => rmSync(folder, { recursive: true })))

function ownTemplates() {
  const folder = mkdtempSync(join(tmpdir(), 'qingyang-templates-'))
  folders.push(folder)
  return folder
}

const slot = join(resourcesFolder, 'print-templates', 'slot')
const manifest = (change: object) => JSON.stringify({ ...JSON.parse(readFileSync(join(slot, 'manifest.json'), 'utf8')) as object, ...change }, null, 2)

it('takes a template that is dropped into the folder, and every change of its files, without a restart', async () => {
  const folder = ownTemplates()
  const typesetter = realTypesetter(folder)
  const own = async () => (await typesetter.templates()).filter(({ isOwn }) => isOwn)
  expect(await own()).toEqual([])

  cpSync(slot, join(folder, 'evening'), { recursive: true })
  writeFileSync(join(folder, 'evening', 'manifest.json'), manifest({ name: { 'zh-CN': '晚报', 'en': 'Evening' } }))
  expect(await own()).toMatchObject([{ id: 'evening', name: { 'zh-CN': '晚报' }, kind: 'story' }])
  const linesLeft = async () => unpackProof(await typesetter.proof({ ...sampleJob({ template: 'evening' }), known: null })).fit.linesPerColumn
  const before = await linesLeft()

  const page = join(folder, 'evening', 'page.typ')
  writeFileSync(page, readFileSync(page, 'utf8').replace('slot-page()', 'slot-page(top-lines: 2)'))
  expect(await linesLeft()).toBe(before - 2)
})

it.each([
  ['{\n  "format": 1,\n  "name" }\n', '"name"'],
  [manifest({ isForPress: 'yes' }), '"isForPress"'],
  [manifest({ parameters: [{ name: 'a', label: { 'zh-CN': '甲', 'en': 'A' }, type: 'size', default: 9 }, { name: 'b', label: { 'zh-CN': '乙', 'en': 'B' }, type: 'size', default: 900 }] }), '900'],
])('shows a template with a broken manifest with file, line and reason, and does not use it', async (text, wrong) => {
  const folder = ownTemplates()
  mkdirSync(join(folder, 'broken'))
  writeFileSync(join(folder, 'broken', 'manifest.json'), text)
  const typesetter = realTypesetter(folder)
  const { problem } = (await typesetter.templates()).find(({ id }) => id === 'broken')!
  const expected = text.split('\n').findIndex(line => line.includes(wrong)) + 1
  expect(problem).toEqual({ file: 'broken/manifest.json', line: expected, reason: expect.stringMatching(/\S/) as string })
  await expect(typesetter.proof({ ...sampleJob({ template: 'broken' }), known: null })).rejects.toMatchObject({ code: 'template-failed', details: { line: expected } })
})
