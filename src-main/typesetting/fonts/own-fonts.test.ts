import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '../../common/document/schema'
import { fontFolder, resourcesFolder } from '../testing/real-typesetter'
import { inspectPdf } from '../testing/pdf-tools'
import { line, sampleJob, sampleSlip } from '../testing/sample-story'
import { samplePress } from '../testing/sample-press'
import { typesetter } from '../typesetter'

const onlyInOwn = '\u31BC' // of the fonts here only 楷体 has it
const onlyInSerif = '\u9FF0'
const work = mkdtempSync(join(tmpdir(), 'qingyang-fonts-'))
const own = mkdtempSync(join(tmpdir(), 'qingyang-fonts-'))
const setter = (...fontFolders: string[]) => typesetter({ templateFolders: [`${resourcesFolder}/print-templates`], fontFolders })
const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16()

/** 楷体 under a name that no template knows, of as many letters. */
function renamed(font: Buffer): Buffer {
  const bytes = Buffer.from(font)
  for (let at = bytes.indexOf(utf16('LXGW')); at >= 0; at = bytes.indexOf(utf16('LXGW'), at + 1)) utf16('LJRB').copy(bytes, at)
  return bytes
}

beforeAll(() => {
  for (const name of ['NotoSerifSC-Regular', 'NotoSansSC-Black', 'NotoSansSC-Bold']) copyFileSync(join(fontFolder, `${name}.ttf`), join(work, `${name}.ttf`))
  mkdirSync(join(own, '楷体', '旧'), { recursive: true })
  writeFileSync(join(own, '楷体', '旧', 'own.ttf'), renamed(readFileSync(join(fontFolder, 'LXGWWenKai-Regular.ttf'))))
})
afterAll(() => { for (const folder of [work, own]) rmSync(folder, { recursive: true }) })

const text = schema.node('doc', null, [line('headline', '新桥通车'), line('paragraph', `记者${onlyInOwn}报道。`)]).toJSON() as unknown

it('sets a character that only a font of the newsroom’s own has, in whatever folder of its fonts folder it lies', async () => {
  expect((await setter(work).fit(sampleJob({ text }))).missing).toMatchObject([{ character: onlyInOwn }])
  const withOwn = setter(work, own)
  expect(await withOwn.families()).toContain('LJRB WenKai')
  expect((await withOwn.fit(sampleJob({ text }))).missing).toEqual([])
  const pdf = inspectPdf((await withOwn.pdf(sampleJob({ text }), 'proof')).bytes)
  expect([pdf.fonts().join(), pdf.text()]).toEqual([expect.stringContaining('WenKai'), expect.stringContaining(onlyInOwn)])
  pdf.remove()
})

it('does not call missing what the chosen face has', async () => {
  const job = sampleJob({ text, parameters: { bodyFace: 'LJRB WenKai' } })
  expect(await setter(work, own).missingGlyphs(job)).toEqual([])
})

it('says where a character is not of the face it is set in', async () => {
  const doc = schema.node('doc', null, [line('headline', '通车'), line('headline', `新${onlyInSerif}桥`), line('paragraph', `${onlyInSerif}报道${onlyInOwn}。`), schema.node('paragraph', null, [schema.text('记者'), schema.text(onlyInSerif, [schema.mark('strong')])])])
  const job = sampleJob({ text: doc.toJSON(), slip: { ...sampleSlip, byline: [{ role: 'reporter', name: `陆${onlyInOwn}` }] } })
  const { substitutedGlyphs } = await setter(work, own).preflight(job, samplePress())
  expect(substitutedGlyphs).toEqual([
    { character: onlyInSerif, codePoint: 'U+9FF0', count: 2, family: 'Noto Sans SC', by: 'Noto Serif SC', place: { block: 1, from: 1, to: 2 } },
    { character: onlyInOwn, codePoint: 'U+31BC', count: 2, family: 'Noto Serif SC', by: 'LJRB WenKai', place: { block: 2, from: 3, to: 4 } },
  ])
})

it('says with every proof which chosen family is not there', async () => {
  const job = sampleJob({ parameters: { bodyFace: '临江书宋' } })
  const substituted = [{ family: 'LXGW WenKai', by: 'Noto Serif SC' }, { family: '临江书宋', by: 'Noto Serif SC' }]
  expect((await setter(work).proof({ ...job, known: null })).substituted).toEqual(substituted)
  expect((await setter(work).pdf(job, 'proof')).substituted).toEqual(substituted)
})
