import { PDFDocument, ParseSpeeds } from '@cantoo/pdf-lib'
import { addMetadata, type PdfMetadata } from './metadata'

/** A proof's PDF as Typst made it, with title, authors and subject. Without pauses: nothing else waits here. */
export async function finishProof(bytes: Uint8Array, metadata: PdfMetadata): Promise<{ bytes: Uint8Array, pages: number }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  addMetadata(document, metadata)
  return { bytes: await document.save({ objectsPerTick: Infinity }), pages: document.getPageCount() }
}
