import { afterEach, expect, it } from 'vitest'
import sharp from 'sharp'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schema } from '../../common/document/schema'
import { textOf } from '../../common/document/text'
import { inspectPdf, type InspectedPdf } from '../testing/pdf-tools'
import { realTypesetter } from '../testing/real-typesetter'
import { line, sampleJob, sampleText } from '../testing/sample-story'

const typesetter = realTypesetter()
const opened: InspectedPdf[] = []
afterEach(() => opened.splice(0).forEach(pdf => pdf.remove()))

async function pressPdf(change = {}) {
  const pdf = inspectPdf((await typesetter.pdf(sampleJob(change), 'press')).bytes)
  opened.push(pdf)
  return pdf
}

const box = (info: string, name: string) => new RegExp(`${name}Box:\\s+([\\d. ]+)`).exec(info)![1]!.trim().split(/\s+/).map(Number)
/** Without spaces; the dash is one mark in print, · carries a joiner, ligatures are undone. */
const bare = (text: string) => text.normalize('NFKC').replace(/[\s\u2060\u00AD]/g, '').replaceAll('⸺', '——')

it('is one page whose trim lies in its bleed, and its bleed in its media', async () => {
  const info = (await pressPdf()).info()
  expect(info).toMatch(/Pages:\s+1\n/)
  const [media, bleed, trim] = [box(info, 'Media'), box(info, 'Bleed'), box(info, 'Trim')]
  const millimetre = 72 / 25.4
  expect(bleed[0]! - media[0]!).toBeCloseTo(7 * millimetre, 1)
  expect(trim[0]! - bleed[0]!).toBeCloseTo(3 * millimetre, 1)
  expect(trim[2]! - trim[0]!).toBeCloseTo(55 * 9, 1) // four columns of thirteen characters, three gutters
  expect(trim[3]! - trim[1]!).toBeCloseTo(46 * 11.6 - 2.6, 1)
})

it('says what it is', async () => {
  const info = (await pressPdf()).info()
  expect(info).toMatch(/Title:\s+鼓足干劲抓落实/)
  expect(info).toMatch(/Author:\s+江一帆、陆遥、沈青禾/)
  expect(info).toMatch(/Creator:\s+Qingyang 清样/)
  expect(info).toMatch(/Subject:\s+临江日报 A01 要闻/)
})

it('embeds every font, is sound, and prints on the black plate alone', async () => {
  const pdf = await pressPdf()
  expect(pdf.fonts().length).toBeGreaterThanOrEqual(3)
  for (const font of pdf.fonts()) expect(font).toMatch(/\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/)
  expect(pdf.check()).toMatch(/No syntax or stream encoding errors/)
  const [[cyan, magenta, yellow, black] = []] = pdf.ink()
  expect([cyan, magenta, yellow]).toEqual([0, 0, 0])
  expect(black).toBeGreaterThan(0.02)
})

it('holds the story in reading order, every character once', async () => {
  const text = sampleText()
  const parts: string[] = []
  text.forEach(node => parts.push(textOf(node)))
  const dateline = '临江日报讯（记者江一帆、陆遥 通讯员沈青禾）'
  const expected = [...parts.slice(0, 4), dateline + parts[4], ...parts.slice(5), '（责任编辑 LJ017）'].join('')
  expect(bare((await pressPdf()).text())).toBe(bare(expected))
})

it('prints a coloured picture in gray', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'qingyang-picture-')), 'red.png')
  await sharp({ create: { width: 300, height: 200, channels: 3, background: '#cc2200' } }).png().toFile(file)
  const figure = schema.node('figure', { picture: 'abc', width: 300, height: 200 }, [line('caption', '图片说明')])
  const text = sampleText(4)
  const pdf = await pressPdf({ text: text.copy(text.content.addToEnd(figure)).toJSON(), pictures: { abc: file } })
  const [ink] = pdf.ink()
  expect(ink!.slice(0, 3)).toEqual([0, 0, 0])
  expect(ink![3]).toBeGreaterThan(0.03)
})
