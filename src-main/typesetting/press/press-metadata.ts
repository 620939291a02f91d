import { createHash, randomUUID } from 'node:crypto'
import { PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib'
import type { PressStandard } from '../../common/print/press'
import { creator, producer, type PdfMetadata } from './metadata'
import { element, pressNamespaces, xmpDate, xmpPacket } from './xmp'

export const standardNames: Record<PressStandard, string> = { 'x-4': 'PDF/X-4', 'x-1a': 'PDF/X-1a:2003' }

export interface PressMetadata extends PdfMetadata {
  headline: string
  source: string
  story: string // id: all editions of a story share the document id made of it
  ninjs: string // JSON
}

/** Identification, title, dates and makers, the same in Info and XMP; the story itself in XMP where the standard lets it. */
export function addPressMetadata(document: PDFDocument, standard: PressStandard, metadata: PressMetadata) {
  const { context } = document
  addInfo(document, standard, metadata)
  const packet = new TextEncoder().encode(xmpPacket(pressNamespaces, propertiesOf(standard, metadata)))
  document.catalog.set(PDFName.of('Metadata'), context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })))
  document.catalog.set(PDFName.of('Lang'), PDFString.of('zh-CN'))
  const id = createHash('md5').update(packet).digest('hex')
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)])
}

function addInfo({ context }: PDFDocument, standard: PressStandard, { title, authors, subject, date }: PressMetadata) {
  const info = context.obj({ Trapped: 'False' })
  const texts = { Title: title, Author: authors.join('、'), Subject: subject, Creator: creator, Producer: producer }
  for (const [name, text] of Object.entries(texts)) if (text !== '') info.set(PDFName.of(name), PDFHexString.fromText(text))
  for (const name of ['CreationDate', 'ModDate']) info.set(PDFName.of(name), PDFString.fromDate(date))
  if (standard === 'x-1a') info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of(standardNames[standard]))
  context.trailerInfo.Info = context.register(info)
}

function propertiesOf(standard: PressStandard, { title, authors, subject, headline, source, story, ninjs, date }: PressMetadata): string[] {
  const time = xmpDate(date)
  return [
    element('dc:format', 'application/pdf'), element('dc:title', title, 'Alt'), element('dc:creator', authors, 'Seq'), element('dc:description', subject, 'Alt'),
    element('dc:source', source), element('photoshop:Headline', headline), element('photoshop:Source', source), element('dc:language', ['zh-CN'], 'Bag'),
    element('xmp:CreatorTool', creator), element('xmp:CreateDate', time), element('xmp:ModifyDate', time), element('xmp:MetadataDate', time),
    element('pdf:Producer', producer), element('pdf:Trapped', 'False'),
    element('xmpMM:DocumentID', `uuid:${uuidOf(story)}`), element('xmpMM:InstanceID', `uuid:${randomUUID()}`), element('xmpMM:VersionID', '1'),
    element('xmpMM:RenditionClass', 'default'),
    ...standard === 'x-4' ? [element('pdfxid:GTS_PDFXVersion', standardNames[standard]), element('story:ninjs', ninjs)] : [element('pdfx:GTS_PDFXVersion', standardNames[standard])],
  ]
}

/** The same for the same name, always (RFC 9562, version 8). */
function uuidOf(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex')
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')
}
