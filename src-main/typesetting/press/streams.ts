import { deflateSync, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream, type PDFContext, type PDFObject, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'

const flate = PDFName.of('FlateDecode')

/** A stream's content with its filters undone. Throws when it is no stream, or damaged. */
export function decoded(object: PDFObject | undefined): Uint8Array {
  if (!(object instanceof PDFRawStream)) throw new Error('No stream where one is needed')
  const filter = object.dict.lookup(PDFName.of('Filter'))
  const isPlainFlate = filter === flate && !object.dict.has(PDFName.of('DecodeParms'))
  return isPlainFlate ? inflateSync(object.contents) : decodePDFRawStream(object).decode()
}

/** The stream's content as text of one character a byte, as content streams are read. */
export const streamText = (object: PDFObject | undefined): string => Buffer.from(decoded(object)).toString('latin1')

/** A new compressed stream of these bytes. */
export function deflated(context: PDFContext, content: string | Uint8Array, entries: Record<string, string | number> = {}): PDFRawStream {
  return deflatedAlready(context, deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content), entries)
}

export function deflatedAlready(context: PDFContext, contents: Uint8Array, entries: Record<string, string | number>): PDFRawStream {
  return PDFRawStream.of(context.obj({ ...entries, Filter: 'FlateDecode', Length: contents.byteLength }), contents)
}

/** The content streams of a page, in drawing order. */
export function contentsOf(page: PDFPage): PDFRef[] {
  const contents = page.node.get(PDFName.of('Contents'))
  const list = contents && page.doc.context.lookup(contents)
  if (list instanceof PDFArray) return list.asArray() as PDFRef[]
  return contents ? [contents as PDFRef] : []
}
