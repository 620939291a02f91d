import { PDFName, type PDFDocument } from '@cantoo/pdf-lib'
import { basicNamespaces, element, xmpDate, xmpPacket } from './xmp'

export interface PdfMetadata { title: string, authors: string[], subject: string, date: Date }

export const creator = 'Qingyang 清样'
export const producer = 'Typst 0.14.2, pdf-lib'

/** Title, authors, subject and makers, the same in the Info dictionary and in XMP. */
export function addMetadata(document: PDFDocument, { title, authors, subject, date }: PdfMetadata) {
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setAuthor(authors.join('、'))
  document.setSubject(subject)
  document.setCreator(creator)
  document.setProducer(producer)
  document.setCreationDate(date)
  document.setModificationDate(date)
  document.setLanguage('zh-CN')
  const stream = document.context.stream(new TextEncoder().encode(packetOf({ title, authors, subject, date })), { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream))
}

function packetOf({ title, authors, subject, date }: PdfMetadata): string {
  const time = xmpDate(date)
  return xmpPacket(basicNamespaces, [
    element('dc:format', 'application/pdf'), element('dc:title', title, 'Alt'), element('dc:creator', authors, 'Seq'), element('dc:description', subject, 'Alt'),
    element('xmp:CreatorTool', creator), element('xmp:CreateDate', time), element('xmp:ModifyDate', time), element('pdf:Producer', producer),
  ])
}
