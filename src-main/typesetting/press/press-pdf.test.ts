import { afterEach, expect, it } from 'vitest'
import sharp, { type Sharp } from 'sharp'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PressJob } from '../../common/ipc/typesetter-contract'
import type { StoryId } from '../../common/story/story'
import { schema } from '../../common/document/schema'
import { textOf } from '../../common/document/text'
import { inspectPdf, type InspectedPdf } from '../testing/pdf-tools'
import { platesOf } from '../testing/plates'
import { realTypesetter } from '../testing/real-typesetter'
import { samplePress } from '../testing/sample-press'
import { line, sampleJob, sampleText } from '../testing/sample-story'
import { openPdfx, xmpProperty } from './pdfx-file'

const typesetter = realTypesetter()
const opened: InspectedPdf[] = []
afterEach(() => opened.splice(0).forEach(pdf => pdf.remove()))

async function pressPdf(change = {}, options: Partial<PressJob> = {}) {
  const pdf = inspectPdf((await typesetter.pdf(sampleJob(change), 'press', samplePress(options))).bytes)
  opened.push(pdf)
  return pdf
}

const millimetre = 72 / 25.4
const box = (info: string, name: string) => new RegExp(`${name}Box:\\s+([\\d. ]+)`).exec(info)![1]!.trim().split(/\s+/).map(Number)
/** Without spaces; the dash is one mark in print, · carries a joiner, ligatures are undone. */
const bare = (text: string) => text.normalize('NFKC').replace(/[\s\u2060\u00AD]/g, '').replaceAll('⸺', '——')

it('is one page whose trim lies in its bleed, and its bleed in its media', async () => {
  const info = (await pressPdf()).info()
  expect(info).toMatch(/Pages:\s+1\n/)
  const [media, bleed, trim] = [box(info, 'Media'), box(info, 'Bleed'), box(info, 'Trim')]
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

it('says headline, authors, source and description in XMP, and keeps its document id from one edition to the next', async () => {
  const xmpOf = async (change = {}, options: Partial<PressJob> = {}) => (await openPdfx((await typesetter.pdf(sampleJob(change), 'press', samplePress(options))).bytes)).xmp
  const [first, corrected, other] = [await xmpOf(), await xmpOf({ text: sampleText(3).toJSON() }), await xmpOf({}, { story: 's2' as StoryId })]
  expect([xmpProperty(first, 'photoshop:Headline'), xmpProperty(first, 'photoshop:Source'), xmpProperty(first, 'dc:source')]).toEqual(['鼓足干劲抓落实　确保全年交出“满意答卷”', '临江日报', '临江日报'])
  expect(/<dc:creator>(.*?)<\/dc:creator>/s.exec(first)![1]!.match(/<rdf:li>[^<]+/g)).toEqual(['江一帆', '陆遥', '沈青禾'].map(name => `<rdf:li>${name}`))
  const [id, instance] = ['xmpMM:DocumentID', 'xmpMM:InstanceID'].map(name => (xmp: string) => xmpProperty(xmp, name))
  expect(id!(first)).toMatch(/^uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
  expect([id!(corrected), id!(other)]).toEqual([id!(first), expect.not.stringMatching(id!(first)!)])
  expect(instance!(corrected)).not.toBe(instance!(first))
})

it('embeds every font, is sound, and prints on the black plate alone', async () => {
  const pdf = await pressPdf()
  expect(pdf.fonts().length).toBeGreaterThanOrEqual(3)
  for (const font of pdf.fonts()) expect(font).toMatch(/\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/)
  expect(pdf.check()).toMatch(/No syntax or stream encoding errors/)
  const [[cyan, magenta, yellow, black] = []] = pdf.ink('trim')
  expect([cyan, magenta, yellow]).toEqual([0, 0, 0])
  expect(black).toBeGreaterThan(0.02)
})

it('marks the page outside of the bleed on every plate, and only when asked', async () => {
  const marked = await platesOf((await pressPdf()).file)
  const [x, middle] = [28.35, 551.69 / 2] // the trim's left edge, the middle of the page
  for (const plate of ['Cyan', 'Magenta', 'Yellow', 'Black']) {
    expect(marked.at(plate, x, 12), plate).toBeGreaterThan(20) // the crop mark below the bleed
    expect(marked.at(plate, middle, 12), plate).toBeGreaterThan(20) // the registration mark
    expect(marked.at(plate, x, 24), plate).toBe(0) // in the bleed
  }
  const plain = await platesOf((await pressPdf({}, { marks: false })).file)
  for (const plate of ['Cyan', 'Magenta', 'Yellow']) expect(plain.coverage(plate), plate).toBe(0)
})

it('is as large as trim, bleed and slug ask for', async () => {
  const width = async (options: Partial<PressJob>) => box((await pressPdf({}, options)).info(), 'Media')[2]! / (72 / 25.4)
  const trim = 55 * 9 / (72 / 25.4)
  expect(await width({})).toBeCloseTo(trim + 20, 1)
  expect(await width({ bleed: false })).toBeCloseTo(trim + 14, 1)
  expect(await width({ marks: false, slugLine: false })).toBeCloseTo(trim + 6, 1)
  expect(await width({ bleed: false, marks: false, slugLine: false })).toBeCloseTo(trim, 1)
})

it('names file, story, standard and plates in the slug line, each plate on its own', async () => {
  const pdf = await pressPdf({}, { fileName: 'A01 工作会.pdf', standard: 'x-1a' })
  expect(bare(pdf.text())).toMatch(/文件:A01工作会\.pdf稿件:鼓足干劲抓落实.*时间:20\d\d-\d\d-\d{4}:\d\dPDF\/X-1a:2003.*印版:黑K$/)
  expect((await pressPdf({}, { slugLine: false })).text()).not.toContain('印版')
})

it('keeps the whole slug line on a page of one column, in more lines', async () => {
  const one = sampleJob({ text: sampleText(1).toJSON(), slot: { columns: 1, lines: 120, characters: 13 } })
  const pdf = await pressPdf(one, { fileName: '一个相当长的文件名字 2026-11-25 A01 版.pdf' })
  expect(bare(pdf.text())).toMatch(/文件:一个相当长的文件名字2026-11-25A01版\.pdf.*印版:黑K$/)
  const plates = await platesOf(pdf.file)
  expect(plates.at('Black', 28.35 + 40, 1.7 + 7 + 1.5)).toBe(0) // nothing reaches up to the registration mark
})

it('holds the story in reading order, every character once', async () => {
  const text = sampleText()
  const parts: string[] = []
  text.forEach(node => parts.push(textOf(node)))
  const dateline = '临江日报讯（记者江一帆、陆遥 通讯员沈青禾）'
  const expected = [...parts.slice(0, 4), dateline + parts[4], ...parts.slice(5), '（责任编辑 LJ017）'].join('')
  expect(bare((await pressPdf({}, { slugLine: false })).text())).toBe(bare(expected))
})

/** A story whose last block is this picture. */
async function illustrated(picture: Sharp) {
  const file = join(mkdtempSync(join(tmpdir(), 'qingyang-picture-')), 'picture.tif')
  await picture.toFile(file)
  const figure = schema.node('figure', { picture: file, width: 300, height: 200 }, [line('caption', '图片说明')])
  const text = sampleText(4)
  return { text: text.copy(text.content.addToEnd(figure)).toJSON(), pictures: { [file]: file } }
}

const plain = (background: string) => sharp({ create: { width: 300, height: 200, channels: 3, background } })

it('separates a coloured picture onto the plates, and keeps a gray one on black', async () => {
  const [colour] = (await pressPdf(await illustrated(plain('#cc2200')), { marks: false, slugLine: false })).ink()
  expect(colour![1]).toBeGreaterThan(0.03)
  expect(colour![2]).toBeGreaterThan(0.03)
  const [gray] = (await pressPdf(await illustrated(plain('#777777').toColourspace('b-w')), { marks: false, slugLine: false })).ink()
  expect(gray!.slice(0, 3)).toEqual([0, 0, 0])
  expect(gray![3]).toBeGreaterThan(0.03)
})

it('says what the page holds: plates, ink, fonts, resolution', async () => {
  const facts = await typesetter.preflight(sampleJob(await illustrated(plain('#000000'))), samplePress())
  expect(facts).toMatchObject({ plates: ['cyan', 'magenta', 'yellow', 'black'], failures: [], missingPictures: [] })
  expect(facts.fonts).toContain('NotoSerifSC-Regular')
  const [picture] = facts.pictures
  expect(picture).toMatchObject({ number: 1, space: 'cmyk', ppi: Math.round(300 / (13 * 9) * 72) }) // as wide as a column of thirteen characters
  expect(picture!.highestInk).toBeGreaterThan(150)
  expect(facts.pageInk).toBe(picture!.highestInk)
  expect(facts.pageInk).toBeLessThanOrEqual(222)
})

it('measures the ink that the plates show', async () => {
  const job = sampleJob({ ...await illustrated(plain('#808080')) })
  const pdf = await pressPdf(job, { marks: false, slugLine: false })
  const { pageInk } = await typesetter.preflight(job, samplePress())
  expect((await platesOf(pdf.file)).most()).toBeCloseTo(pageInk, -1)
})

const trimLeft = 10 * millimetre // bleed and slug

it('runs a lead’s picture into the bleed on the right when the newsroom asks for it, and no further', async () => {
  const job = { ...await illustrated(plain('#cc2200')), template: 'lead', slot: { columns: 3, lines: 60, characters: 13 } }
  const inkAt = async (pictureBleeds: boolean, x: number) => {
    const plates = await platesOf((await pressPdf({ ...job, parameters: { pictureColumns: 1, pictureBleeds } }, { marks: false })).file)
    return Math.max(...Array.from({ length: 80 }, (_, index) => plates.at('Magenta', x, 60 + index * 8)))
  }
  const trimRight = trimLeft + 41 * 9
  expect(await inkAt(true, trimRight - 3)).toBeGreaterThan(50)
  expect(await inkAt(true, trimRight + 1.5 * millimetre)).toBeGreaterThan(50)
  expect(await inkAt(true, trimRight + 4 * millimetre)).toBe(0)
  expect(await inkAt(false, trimRight - 3)).toBeGreaterThan(50)
  expect(await inkAt(false, trimRight + 1.5 * millimetre)).toBe(0)
})

it('has a solid and a half tint of every plate in its colour bar, on a narrow page black first', async () => {
  const coloured = await illustrated(plain('#808080'))
  const patchAt = async (columns: number) => {
    const pdf = await pressPdf({ ...coloured, slot: { columns, lines: 120, characters: 13 } })
    const [plates, top] = [await platesOf(pdf.file), box(pdf.info(), 'Bleed')[3]!]
    return (index: number) => ['Cyan', 'Magenta', 'Yellow', 'Black'].map(plate => plates.at(plate, trimLeft + (index + 1.5) * 4 * millimetre, top + 2 * millimetre))
  }
  const wide = await patchAt(4)
  const solids = [[0, 0, 0, 100], [0, 0, 100, 0], [0, 100, 0, 0], [100, 0, 0, 0]]
  expect([0, 1, 2, 3].map(wide)).toEqual(solids)
  expect([4, 5, 6, 7].map(wide)).toEqual(solids.map(inks => inks.map(ink => ink / 2)))
  expect((await patchAt(1))(0)).toEqual([0, 0, 0, 100])
})

it('prints black type over a colour below it and knocks the colour out under everything else, in the finished file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingyang-overprint-'))
  mkdirSync(join(folder, 'overprint'))
  writeFileSync(join(folder, 'overprint', 'manifest.json'), JSON.stringify({
    format: 1, name: { 'zh-CN': '叠印', en: 'Overprint' }, description: { 'zh-CN': '叠印', en: 'Overprint' }, main: 'main.typ', isSlotChosen: false,
    slot: { columns: 1, lines: 5, characters: 13 }, bodySize: 9, linePitch: 12, isForPress: true, fonts: ['Noto Serif SC'],
  }))
  writeFileSync(join(folder, 'overprint', 'main.typ'), `#let job = json("/job.json")
    #set page(width: 200pt + 2 * job.margin * 1mm, height: 200pt + 2 * job.margin * 1mm, margin: job.margin * 1mm)
    #metadata((columns: 1, linesPerColumn: 1, charactersPerLine: 1, deckLines: 0, capacity: 1, "set": 1, over: 0, spare: 0)) <fit>
    #place(top + left, rect(width: 200pt, height: 200pt, fill: cmyk(100%, 0%, 0%, 0%)))
    #place(top + left, dx: 20pt, dy: 20pt, rect(width: 40pt, height: 40pt, fill: cmyk(0%, 0%, 0%, 100%)))
    #place(top + left, dx: 80pt, dy: 20pt, rect(width: 40pt, height: 40pt, fill: cmyk(0%, 100%, 0%, 0%)))
    #place(top + left, dx: 20pt, dy: 100pt, text(font: "Noto Serif SC", size: 90pt, fill: cmyk(0%, 0%, 0%, 100%), top-edge: "ascender")[■])`)
  const pdf = inspectPdf((await realTypesetter(folder).pdf(sampleJob({ template: 'overprint', slot: null }), 'press', samplePress({ marks: false, slugLine: false }))).bytes)
  opened.push(pdf)
  const plates = await platesOf(pdf.file)
  const at = (x: number, y: number) => ['Cyan', 'Magenta', 'Black'].map(plate => plates.at(plate, 3 * millimetre + x, 3 * millimetre + 200 - y))
  expect([at(40, 40), at(100, 40), at(150, 40)]).toEqual([[100, 0, 100], [0, 100, 0], [100, 0, 0]])
  expect(at(65, 150)).toEqual([100, 0, 100])
})
