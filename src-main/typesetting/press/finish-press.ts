import { PDFDict, PDFDocument, PDFHeader, PDFName, PDFRawStream, ParseSpeeds, type PDFContext, type PDFPage } from '@cantoo/pdf-lib'
import type { Plate } from '../../common/print/preflight'
import type { PressJob } from '../../common/ipc/typesetter-contract'
import { overprintBlack, overprintStates } from './black-overprint'
import { useDeviceColours } from './colour-spaces'
import { marginsFor, millimetre, pressPage, type PressPage } from './geometry'
import { addOutputIntent } from './output-intent'
import { platesOf } from './page-ink'
import { paintsOf } from './page-paint'
import { addPressMetadata, type PressMetadata } from './press-metadata'
import { pressMarks, registrationColour } from './press-marks'
import { addResource, resourcesOf } from './resources'
import { contentsOf, deflated, streamText } from './streams'

export interface PressPdf {
  pdf: Uint8Array // as Typst made it: the page with its bleed and slug around the trim
  options: PressJob
  metadata: PressMetadata
  /** The slug line as a PDF of one page, for a page with these plates. */
  slugLine(plates: Plate[], width: number): Uint8Array
}

const minorVersions = { 'x-4': 6, 'x-1a': 4 } as const // of PDF 1
const unwanted = ['OpenAction', 'AA', 'Names', 'AcroForm', 'PageMode', 'Outlines', 'StructTreeRoot', 'MarkInfo', 'Version', 'ViewerPreferences']

/** Makes a press PDF of what Typst set: PDF/X-4 (ISO 15930-7) or PDF/X-1a:2003 (ISO 15930-4). docs/press.md lists what is done and why. */
export async function finishPress({ pdf, options, metadata, slugLine }: PressPdf): Promise<Uint8Array> {
  const document = await load(pdf)
  const { context, catalog } = document
  unwanted.forEach(name => catalog.delete(PDFName.of(name)))
  useDeviceColours(context)
  overprintEverywhere(document)
  for (const page of document.getPages()) await addSurroundings(document, page, options, slugLine)
  addOutputIntent(document, options.profile)
  addPressMetadata(document, options.standard, metadata)
  context.header = PDFHeader.forVersion(1, minorVersions[options.standard])
  return document.save({ useObjectStreams: options.standard !== 'x-1a', addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity })
}

const load = (pdf: Uint8Array) => PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })

async function addSurroundings(document: PDFDocument, page: PDFPage, options: PressJob, slugLine: PressPdf['slugLine']) {
  const { width, height } = page.getSize()
  const sheet = pressPage(width, height, marginsFor(options))
  const plates = platesOf(paintsOf(page))
  setBoxes(page, sheet)
  page.node.delete(PDFName.of('Annots'))
  page.node.delete(PDFName.of('Tabs'))
  const after = [
    ...options.marks ? [marks(document.context, page, overprintBlack(pressMarks(sheet, plates)))] : [],
    ...options.slugLine ? [await slugLineOn(document, page, sheet, slugLine(plates, sheet.trim[2] - sheet.trim[0] - 2 * slugInset))] : [],
  ]
  surroundContents(page, after)
}

function setBoxes(page: PDFPage, { media, bleed, trim }: PressPage) {
  for (const name of ['ArtBox', 'CropBox']) page.node.delete(PDFName.of(name))
  for (const [name, box] of [['MediaBox', media], ['BleedBox', bleed], ['TrimBox', trim]] as const) page.node.set(PDFName.of(name), page.doc.context.obj([...box]))
}

/** Marks print on all plates: a tint of every ink there is (ISO 32000-1, 8.6.6.4). */
function marks(context: PDFContext, page: PDFPage, stream: string): string {
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 })
  addResource(context, resourcesOf(context, page.node), 'ColorSpace', registrationColour, context.obj(['Separation', 'All', 'DeviceCMYK', context.register(tint)]))
  return stream
}

const slugLineName = 'QySlugLine'
const slugInset = 2 * millimetre // from the crop marks
const slugFoot = 0.6 * millimetre // from the edge of the sheet

/** The slug line runs along the foot of the sheet, below the registration mark. */
async function slugLineOn(document: PDFDocument, page: PDFPage, { trim }: PressPage, pdf: Uint8Array): Promise<string> {
  const line = await load(pdf)
  useDeviceColours(line.context)
  overprintEverywhere(line)
  const [embedded] = await document.embedPdf(line)
  addResource(document.context, resourcesOf(document.context, page.node), 'XObject', slugLineName, embedded!.ref)
  return `q 1 0 0 1 ${(trim[0] + slugInset).toFixed(3)} ${slugFoot.toFixed(3)} cm /${slugLineName} Do Q\n`
}

/** What the page had comes first, its graphics state kept from what follows. */
function surroundContents(page: PDFPage, after: string[]) {
  const { context } = page.doc
  const [before, behind] = ['q\n', `\nQ\n${after.join('')}`].map(stream => context.register(deflated(context, stream)))
  page.node.set(PDFName.of('Contents'), context.obj([before!, ...contentsOf(page), behind!]))
}

/** Black prints over what lies below it, on pages, in form XObjects and in patterns. */
function overprintEverywhere(document: PDFDocument) {
  const { context } = document
  const states = overprintStates.map(({ name, dictionary }) => ({ name, ref: context.register(context.obj(dictionary)) }))
  const nameStates = (owner: PDFDict) => states.forEach(({ name, ref }) => addResource(context, resourcesOf(context, owner), 'ExtGState', name, ref))
  for (const page of document.getPages()) {
    nameStates(page.node)
    const stream = overprintBlack(contentsOf(page).map(ref => streamText(context.lookup(ref))).join('\n'))
    page.node.set(PDFName.of('Contents'), context.obj([context.register(deflated(context, stream))]))
  }
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isDrawing(object.dict)) continue
    nameStates(object.dict)
    const rewritten = deflated(context, overprintBlack(streamText(object)))
    for (const [key, value] of object.dict.entries()) if (!describesBytes.has(key.decodeText())) rewritten.dict.set(key, value)
    context.assign(ref, rewritten)
  }
}

const describesBytes = new Set(['Filter', 'DecodeParms', 'Length'])

/** A form XObject or a tiling pattern: a stream of drawing operators. */
const isDrawing = (dictionary: PDFDict) =>
  dictionary.get(PDFName.of('Subtype')) === PDFName.of('Form') || String(dictionary.get(PDFName.of('PatternType'))) === '1'
