import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, ParseSpeeds, type PDFObject } from '@cantoo/pdf-lib'
import { paintsOf, type Paint } from './page-paint'

/** A finished PDF, opened to be judged: everything is read from its bytes. */
export interface PdfxFile {
  bytes: Uint8Array
  document: PDFDocument
  dictionaries: readonly PDFDict[] // every one in the file, however deep
  streams: readonly PDFRawStream[]
  paints: readonly Paint[] // of all pages
  info(name: string): string | undefined // text or name of the Info dictionary
  xmp: string // '' when there is none
}

export async function openPdfx(bytes: Uint8Array): Promise<PdfxFile> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true, parseSpeed: ParseSpeeds.Fastest })
  const { context, catalog } = document
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  const info = context.trailerInfo.Info && context.lookup(context.trailerInfo.Info)
  return {
    bytes, document,
    dictionaries: objects.flatMap(object => dictionariesIn(object)),
    streams: objects.filter(object => object instanceof PDFRawStream),
    paints: document.getPages().flatMap(paintsOf),
    info: name => info instanceof PDFDict ? textOf(info.lookup(PDFName.of(name))) : undefined,
    xmp: xmpOf(catalog.lookup(PDFName.of('Metadata'))),
  }
}

/** A dictionary's entry, references followed. */
export const entry = (dictionary: PDFDict, name: string): PDFObject | undefined => dictionary.lookup(PDFName.of(name))

/** The text of a string or name; nothing for other objects. */
export function textOf(object: PDFObject | undefined): string | undefined {
  if (object instanceof PDFString || object instanceof PDFHexString || object instanceof PDFName) return object.decodeText()
  return undefined
}

/** An XMP property's text, entities undone; of an array its first item. */
export function xmpProperty(xmp: string, name: string): string | undefined {
  const found = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1] ?? new RegExp(`\\s${name}="([^"]*)"`).exec(xmp)?.[1]
  const item = /<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(found ?? '')?.[1] ?? found
  return item?.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ({ lt: '<', gt: '>', quot: '"', apos: '\'', amp: '&' })[entity]!)
}

function xmpOf(stream: PDFObject | undefined): string {
  return stream instanceof PDFRawStream && !stream.dict.has(PDFName.of('Filter')) ? new TextDecoder().decode(stream.contents) : ''
}

function dictionariesIn(object: PDFObject): PDFDict[] {
  if (object instanceof PDFRawStream) return dictionariesIn(object.dict)
  if (object instanceof PDFDict) return [object, ...object.values().flatMap(dictionariesIn)]
  return object instanceof PDFArray ? object.asArray().flatMap(dictionariesIn) : []
}
