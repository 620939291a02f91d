import { PDFArray, PDFDict, PDFDocument, PDFHeader, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import type { PressStandard } from '../../common/print/press'
import { realTypesetter } from '../testing/real-typesetter'
import { samplePress } from '../testing/sample-press'
import { sampleJob, sampleText } from '../testing/sample-story'
import { openPdfx } from './pdfx-file'
import { pdfxFailures, requirements, storyIn } from './pdfx-reader'
import { contentsOf, deflated, streamText } from './streams'

const job = sampleJob({ text: sampleText(3).toJSON() })
const made = new Map<PressStandard, Promise<Uint8Array>>()
const typesetter = realTypesetter()

const makePress = async (standard: PressStandard) => (await typesetter.pdf(job, 'press', samplePress({ standard }))).bytes

function press(standard: PressStandard): Promise<Uint8Array> {
  const bytes = made.get(standard) ?? makePress(standard)
  made.set(standard, bytes)
  return bytes
}

const name = (text: string) => PDFName.of(text)
const rawStream = (owner: PDFDict, entry: string) => owner.lookup(name(entry)) as PDFRawStream

interface Opened { document: PDFDocument, page: PDFDict, info: PDFDict, intent: PDFDict, anyFont: PDFDict }

/** The file with one thing changed, written again. */
async function changed(standard: PressStandard, change: (opened: Opened) => void, useObjectStreams = false): Promise<Uint8Array> {
  const document = await PDFDocument.load(await press(standard), { updateMetadata: false })
  const { context, catalog } = document
  const intents = catalog.lookup(name('OutputIntents'), PDFArray)
  const descriptor = context.enumerateIndirectObjects().map(([, object]) => object).find(object => object instanceof PDFDict && object.has(name('FontFile2'))) as PDFDict
  context.header = PDFHeader.forVersion(1, standard === 'x-4' ? 6 : 4)
  change({ document, page: document.getPage(0).node, info: context.lookup(context.trailerInfo.Info, PDFDict), intent: context.lookup(intents.get(0), PDFDict), anyFont: descriptor })
  return document.save({ useObjectStreams, addDefaultPage: false, updateFieldAppearances: false })
}

const add = ({ document: { context } }: Opened, entries: Record<string, unknown>): PDFObject => context.register(context.obj(entries as never))

/** The content stream with something drawn before everything else. */
function draw({ document }: Opened, operators: string) {
  const page = document.getPage(0)
  const [first, ...rest] = contentsOf(page)
  page.node.set(name('Contents'), document.context.obj([document.context.register(deflated(document.context, operators)), first!, ...rest]))
}

function changeXmp({ document }: Opened, pattern: RegExp | string, replacement: string) {
  const stream = rawStream(document.catalog, 'Metadata')
  const packet = Buffer.from(stream.contents).toString('utf8')
  expect(packet).toMatch(pattern)
  document.catalog.set(name('Metadata'), document.context.register(document.context.stream(Buffer.from(packet.replace(pattern, replacement)), { Type: 'Metadata', Subtype: 'XML' })))
}

function setBox({ document, page }: Opened, box: string, numbers: number[] | undefined) {
  if (numbers) page.set(name(box), document.context.obj(numbers))
  else page.delete(name(box))
}

/** Damage by the requirement it breaks: one entry at least for each. */
const damages: [requirement: string, standards: PressStandard[], damage: (opened: Opened) => void][] = [
  ['header', ['x-4', 'x-1a'], ({ document }) => { document.context.header = PDFHeader.forVersion(1, 7) }],
  ['header', ['x-4', 'x-1a'], ({ document }) => { document.catalog.set(name('Version'), name('1.7')) }],
  ['encryption', ['x-4', 'x-1a'], opened => { opened.document.context.trailerInfo.Encrypt = add(opened, { Filter: 'Standard', V: 1, R: 2 }) }],
  ['file-id', ['x-4', 'x-1a'], ({ document }) => { delete document.context.trailerInfo.ID }],
  ['file-id', ['x-4', 'x-1a'], ({ document: { context } }) => { context.trailerInfo.ID = context.obj([PDFHexString.of('00'), PDFHexString.of('00')]) }],
  ['filters', ['x-1a'], ({ document: { context } }) => { context.register(PDFRawStream.of(context.obj({ Filter: 'LZWDecode', Length: 1 }), new Uint8Array(1))) }],
  ['filters', ['x-4'], ({ document: { context } }) => { context.register(PDFRawStream.of(context.obj({ Filter: ['Crypt'], Length: 1 }), new Uint8Array(1))) }],
  ['external-streams', ['x-4', 'x-1a'], ({ document: { context } }) => { context.register(PDFRawStream.of(context.obj({ F: PDFString.of('else.bin'), Length: 0 }), new Uint8Array(0))) }],
  ['embedded-files', ['x-4', 'x-1a'], opened => { opened.document.catalog.set(name('Names'), add(opened, { EmbeddedFiles: {} })) }],
  ['version-key', ['x-4'], opened => changeXmp(opened, 'PDF/X-4</pdfxid', 'PDF/X-3</pdfxid')],
  ['version-key', ['x-1a'], ({ info }) => { info.delete(name('GTS_PDFXVersion')) }],
  ['metadata', ['x-4'], opened => changeXmp(opened, /<xmpMM:DocumentID>.*?<\/xmpMM:DocumentID>/, '')],
  ['metadata', ['x-1a'], ({ info }) => { info.delete(name('Title')) }],
  ['metadata-agree', ['x-4', 'x-1a'], ({ info }) => { info.set(name('Title'), PDFHexString.fromText('另一个标题')) }],
  ['metadata-plain', ['x-4'], ({ document }) => {
    const stream = rawStream(document.catalog, 'Metadata')
    document.catalog.set(name('Metadata'), document.context.register(deflated(document.context, stream.contents)))
  }],
  ['trapped', ['x-4', 'x-1a'], ({ info }) => { info.set(name('Trapped'), name('Unknown')) }],
  ['output-intent', ['x-4', 'x-1a'], ({ document }) => { document.catalog.delete(name('OutputIntents')) }],
  ['output-intent', ['x-4', 'x-1a'], ({ document, intent }) => { document.catalog.set(name('OutputIntents'), document.context.obj([intent, intent])) }],
  ['output-condition', ['x-4', 'x-1a'], ({ intent }) => { intent.delete(name('OutputConditionIdentifier')) }],
  ['output-profile', ['x-4', 'x-1a'], ({ intent }) => { intent.delete(name('DestOutputProfile')) }],
  ['output-profile', ['x-4', 'x-1a'], ({ document: { context }, intent }) => { intent.set(name('DestOutputProfile'), context.register(deflated(context, 'no profile', { N: 4 }))) }],
  ['output-profile', ['x-4', 'x-1a'], ({ intent }) => { rawStream(intent, 'DestOutputProfile').dict.set(name('N'), PDFNumber.of(3)) }],
  ['media-box', ['x-4', 'x-1a'], opened => setBox(opened, 'MediaBox', undefined)],
  ['media-box', ['x-4', 'x-1a'], opened => setBox(opened, 'MediaBox', [0, 0, 17_400, 3600])],
  ['trim-box', ['x-4', 'x-1a'], opened => setBox(opened, 'TrimBox', undefined)],
  ['trim-box', ['x-4', 'x-1a'], opened => setBox(opened, 'ArtBox', [30, 30, 100, 100])],
  ['boxes-nested', ['x-4', 'x-1a'], opened => setBox(opened, 'BleedBox', [100, 100, 200, 200])],
  ['boxes-nested', ['x-4', 'x-1a'], opened => setBox(opened, 'BleedBox', [-10, 0, 2000, 2000])],
  ['boxes-nested', ['x-4', 'x-1a'], opened => setBox(opened, 'BleedBox', undefined)],
  ['boxes-nested', ['x-4', 'x-1a'], opened => setBox(opened, 'CropBox', [0, 0, 100, 100])],
  ['user-unit', ['x-1a'], ({ page }) => { page.set(name('UserUnit'), PDFNumber.of(2)) }],
  ['separations', ['x-4', 'x-1a'], opened => { opened.page.set(name('SeparationInfo'), add(opened, { DeviceColorant: 'Cyan' })) }],
  ['fonts-embedded', ['x-4', 'x-1a'], ({ anyFont }) => { anyFont.delete(name('FontFile2')) }],
  ['colour-spaces', ['x-4', 'x-1a'], opened => draw(opened, '1 0 0 rg 0 0 9 9 re f\n')],
  ['colour-spaces', ['x-4', 'x-1a'], ({ document: { context } }) => {
    const profile = context.register(deflated(context, '', { N: 4 }))
    context.register(PDFRawStream.of(context.obj({ Subtype: 'Image', ColorSpace: ['ICCBased', profile], Length: 0 }), new Uint8Array(0)))
  }],
  ['colour-spaces', ['x-1a'], opened => { add(opened, { ColorSpace: ['Lab', {}] }) }],
  ['transparency', ['x-1a'], opened => { add(opened, { Type: 'ExtGState', ca: 0.5 }) }],
  ['transparency', ['x-1a'], opened => { add(opened, { Type: 'ExtGState', BM: 'Multiply' }) }],
  ['transparency', ['x-1a'], opened => { add(opened, { Type: 'ExtGState', SMask: { S: 'Luminosity' } }) }],
  ['transparency', ['x-1a'], opened => { opened.page.set(name('Group'), add(opened, { S: 'Transparency' })) }],
  ['blend-modes', ['x-4'], opened => { add(opened, { Type: 'ExtGState', BM: 'Subtract' }) }],
  ['transfer', ['x-4', 'x-1a'], opened => { add(opened, { Type: 'ExtGState', TR: 'Identity' }) }],
  ['transfer', ['x-4', 'x-1a'], opened => { add(opened, { Type: 'ExtGState', TR2: 'Identity' }) }],
  ['halftones', ['x-4', 'x-1a'], opened => { add(opened, { Type: 'Halftone', HalftoneType: 6 }) }],
  ['black-overprints', ['x-4', 'x-1a'], opened => draw(opened, '0 0 0 1 k 0 0 9 9 re f\n')],
  ['annotations', ['x-4', 'x-1a'], opened => { opened.page.set(name('Annots'), opened.document.context.obj([add(opened, { Subtype: 'Link' })])) }],
  ['actions', ['x-4', 'x-1a'], opened => { opened.document.catalog.set(name('OpenAction'), add(opened, { S: 'JavaScript', JS: PDFString.of('1') })) }],
  ['forms', ['x-4', 'x-1a'], opened => { opened.document.catalog.set(name('AcroForm'), add(opened, { Fields: [] })) }],
  ['optional-content', ['x-4', 'x-1a'], opened => { opened.document.catalog.set(name('OCProperties'), add(opened, { OCGs: [] })) }],
  ['postscript', ['x-4', 'x-1a'], ({ document: { context } }) => { context.register(PDFRawStream.of(context.obj({ Subtype: 'PS', Length: 0 }), new Uint8Array(0))) }],
  ['references', ['x-4', 'x-1a'], ({ document: { context } }) => { context.register(PDFRawStream.of(context.obj({ Subtype: 'Form', OPI: {}, Length: 0 }), new Uint8Array(0))) }],
  ['alternates', ['x-4', 'x-1a'], ({ document: { context } }) => {
    context.register(PDFRawStream.of(context.obj({ Subtype: 'Image', Alternates: [{ DefaultForPrinting: true }], Length: 0 }), new Uint8Array(0)))
  }],
]

const standards = ['x-4', 'x-1a'] as const

it.each(standards)('finds nothing wrong with what the program writes as %s, written again too', async standard => {
  expect(await pdfxFailures(await press(standard), standard)).toEqual([])
  expect(await pdfxFailures(await changed(standard, () => undefined), standard)).toEqual([])
})

it.each(damages.flatMap(([requirement, each, damage], index) => each.map(standard => ({ requirement, standard, damage, index }))))(
  'finds damage $index in $standard: $requirement', async ({ requirement, standard, damage }) => {
    const found = (await pdfxFailures(await changed(standard, damage), standard)).map(failure => failure.requirement)
    expect(found).toContain(requirement)
    expect(found.length).toBeLessThanOrEqual(3) // it names what is damaged, not everything
  })

it('refuses object streams in PDF/X-1a', async () => {
  expect((await pdfxFailures(await changed('x-1a', () => undefined, true), 'x-1a')).map(({ requirement }) => requirement)).toContain('object-streams')
})

it('is damaged once for every requirement it knows', () => {
  const damaged = new Set(damages.flatMap(([requirement, each]) => each.map(standard => `${standard} ${requirement}`))).add('x-1a object-streams')
  const known = requirements.flatMap(({ id, standards: each }) => each.map(standard => `${standard} ${id}`))
  expect(known.filter(each => !damaged.has(each))).toEqual([])
})

it('takes neither standard for the other, nor bytes that are no PDF', async () => {
  expect((await pdfxFailures(await press('x-4'), 'x-1a')).map(({ requirement }) => requirement)).toEqual(expect.arrayContaining(['header', 'object-streams', 'version-key']))
  expect((await pdfxFailures(await press('x-1a'), 'x-4')).map(({ requirement }) => requirement)).toEqual(expect.arrayContaining(['header', 'version-key']))
  expect(await pdfxFailures(Buffer.from('no PDF at all'), 'x-4')).toMatchObject([{ requirement: 'readable' }])
})

it('finds a page whose content is broken off', async () => {
  const broken = await changed('x-4', ({ document }) => {
    const page = document.getPage(0)
    const [first] = contentsOf(page)
    document.context.assign(first!, deflated(document.context, `${streamText(document.context.lookup(first!))} (`))
  })
  expect(await pdfxFailures(broken, 'x-4')).toMatchObject([{ requirement: 'readable' }])
})

it('carries the story in X-4, and keeps it out of X-1a', async () => {
  expect(JSON.parse(storyIn(await openPdfx(await press('x-4')))!)).toEqual(JSON.parse(samplePress().ninjs))
  expect(storyIn(await openPdfx(await press('x-1a')))).toBeUndefined()
})
