import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { readIccProfile } from '../../common/print/icc-profile'
import { schema } from '../../common/document/schema'
import { inspectPdf } from '../testing/pdf-tools'
import { realTypesetter } from '../testing/real-typesetter'
import { line, sampleJob, sampleText } from '../testing/sample-story'
import { entry, openPdfx, textOf, xmpProperty } from './pdfx-file'
import { fontsOf } from './requirements/fonts'
import { spacesOf } from './requirements/colour'
import { decoded } from './streams'

const typesetter = realTypesetter()
const file = join(mkdtempSync(join(tmpdir(), 'qingyang-archive-')), 'bridge.png')
await sharp({ create: { width: 300, height: 200, channels: 4, background: { r: 200, g: 60, b: 20, alpha: 0.5 } } }).png().toFile(file)

function illustrated(template: string) {
  const text = sampleText(4)
  const figure = schema.node('figure', { picture: 'bridge', width: 300, height: 200 }, [line('caption', '临江大桥'), line('credit', '江一帆 摄')])
  return sampleJob({ template, text: text.copy(text.content.addToEnd(figure)).toJSON(), pictures: { bridge: file } })
}

const made = async (template: string, output: 'archive' | 'accessible') => (await typesetter.pdf(illustrated(template), output)).bytes

it.each(['slot', 'story-a4'])('archives %s as PDF/A-2b (ISO 19005-2)', async template => {
  const bytes = await made(template, 'archive')
  const pdf = await openPdfx(bytes)
  expect([xmpProperty(pdf.xmp, 'pdfaid:part'), xmpProperty(pdf.xmp, 'pdfaid:conformance')]).toEqual(['2', 'B']) // 6.6.4
  expect(xmpProperty(pdf.xmp, 'dc:title')).toBe(pdf.info('Title'))
  expect(pdf.info('Title')).toBe('鼓足干劲抓落实　确保全年交出“满意答卷”')
  const [intent] = (entry(pdf.document.catalog, 'OutputIntents') as PDFArray).asArray().map(item => pdf.document.context.lookup(item) as PDFDict)
  expect(textOf(entry(intent!, 'S'))).toBe('GTS_PDFA1')
  expect(readIccProfile(decoded(entry(intent!, 'DestOutputProfile') as PDFRawStream))!.colourSpace).toBe('RGB ')
  expect(spacesOf(pdf).filter(space => /CMYK|Separation/.test(space))).toEqual([]) // no device colours the intent does not stand for, 6.2.4
  expect(fontsOf(pdf).filter(({ isEmbedded }) => !isEmbedded)).toEqual([]) // 6.2.11.4
  expect(pdf.document.context.trailerInfo.Encrypt).toBeUndefined() // 6.1.3
  expect(pdf.document.context.trailerInfo.ID).toBeDefined()
  const tools = inspectPdf(bytes)
  expect(tools.check()).toMatch(/No syntax or stream encoding errors/)
  expect(tools.text().replace(/\s/g, '')).toContain('临江大桥')
  tools.remove()
})

it.each(['slot', 'story-a4'])('tags %s for screen readers, as PDF/UA-1 (ISO 14289-1)', async template => {
  const pdf = await openPdfx(await made(template, 'accessible'))
  const { catalog } = pdf.document
  expect(xmpProperty(pdf.xmp, 'pdfuaid:part')).toBe('1')
  expect(String(entry(entry(catalog, 'MarkInfo') as PDFDict, 'Marked'))).toBe('true')
  expect(textOf(entry(catalog, 'Lang'))).toBe('zh-CN')
  expect(String(entry(entry(catalog, 'ViewerPreferences') as PDFDict, 'DisplayDocTitle'))).toBe('true')
  const elements = pdf.dictionaries.filter(dictionary => dictionary.has(PDFName.of('S')) && dictionary.has(PDFName.of('K')))
  const kinds = elements.map(element => textOf(entry(element, 'S')))
  expect(kinds.filter(kind => kind === 'P').length).toBeGreaterThanOrEqual(4)
  const figures = elements.filter(element => textOf(entry(element, 'S')) === 'Figure')
  expect(figures.map(figure => textOf(entry(figure, 'Alt')))).toHaveLength(1)
  expect(textOf(entry(figures[0]!, 'Alt'))).toBe('临江大桥')
})

it.each(['slot', 'story-a4', 'brief', 'lead'])('names the headline of %s and its crossheads as such, and sets them as in the proof', async template => {
  const text = schema.node('doc', null, [line('headline', '鼓足干劲抓落实'), line('paragraph', '临江大桥通车。'), line('crosshead', '车流'), line('paragraph', '日均三万辆。')]).toJSON() as unknown
  const job = sampleJob({ template, text, slot: { columns: 2, lines: 30, characters: 13 } })
  const [accessible, proof] = [await typesetter.pdf(job, 'accessible'), await typesetter.pdf(job, 'proof')]
  const pdf = await openPdfx(accessible.bytes)
  const kinds = pdf.dictionaries.filter(dictionary => dictionary.has(PDFName.of('S')) && dictionary.has(PDFName.of('K'))).map(element => textOf(entry(element, 'S')))
  expect(kinds).toEqual(expect.arrayContaining(['H1', 'H2']))
  expect(accessible.fit).toEqual(proof.fit)
  const [one, other] = [accessible, proof].map(({ bytes }) => inspectPdf(bytes))
  const pixels = await Promise.all([one!, other!].map(({ png }) => sharp(png(60)).raw().toBuffer()))
  expect(pixels[0]!.equals(pixels[1]!)).toBe(true)
  for (const tools of [one!, other!]) tools.remove()
})

it('does not archive a story that does not fit', async () => {
  await expect(typesetter.pdf(sampleJob({ slot: { columns: 4, lines: 24, characters: 13 } }), 'archive')).rejects.toMatchObject({ code: 'does-not-fit' })
})

it.each(['proof', 'archive', 'accessible'] as const)('says in a %s file what was corrected after publication', async output => {
  const { bytes } = await typesetter.pdf({ ...illustrated('slot'), amendment: '更正：人数应为五人' }, output)
  expect((await openPdfx(bytes)).info('Subject')).toMatch(/^更正：人数应为五人 /)
})
