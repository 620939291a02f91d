import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, ParseSpeeds, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import type { Output } from '../../common/print/print'
import { addBoxesAndMarks } from './crop-marks'
import { addMetadata, type PdfMetadata } from './metadata'

/** What Typst's PDF lacks: metadata, and for press page boxes, crop marks and pictures on the black plate alone. Without pauses: nothing else waits here. */
export async function finishPdf(bytes: Uint8Array, output: Output, metadata: PdfMetadata): Promise<{ bytes: Uint8Array, pages: number }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  addMetadata(document, metadata)
  if (output === 'press') {
    document.getPages().forEach(addBoxesAndMarks)
    useDeviceGray(document.context)
  }
  return { bytes: await document.save({ objectsPerTick: Infinity }), pages: document.getPageCount() }
}

/** Typst tags gray pictures with a profile; a plant's RIP would spread such a gray over four plates. */
function useDeviceGray(context: PDFContext) {
  const colourSpace = PDFName.of('ColorSpace')
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFRawStream ? object.dict : undefined
    if (dictionary && isGrayProfile(context, dictionary.get(colourSpace))) dictionary.set(colourSpace, PDFName.of('DeviceGray'))
  }
}

function isGrayProfile(context: PDFContext, value: PDFObject | undefined): boolean {
  const space = value && context.lookup(value)
  if (!(space instanceof PDFArray) || String(space.get(0)) !== '/ICCBased') return false
  const profile = context.lookup(space.get(1))
  const dictionary = profile instanceof PDFRawStream ? profile.dict : profile instanceof PDFDict ? profile : undefined
  return String(dictionary?.get(PDFName.of('N'))) === '1'
}
