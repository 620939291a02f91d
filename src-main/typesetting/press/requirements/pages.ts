import { PDFArray, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib'
import { entry } from '../pdfx-file'
import { both, firstReason, type Requirement } from './requirement'

const [least, most] = [3, 14_400] // pt: ISO 32000-1, annex C

/** Each page's boxes: media around bleed around trim. */
export const pageRequirements: readonly Requirement[] = [
  {
    id: 'media-box', standards: both,
    check: ({ document }) => firstReason(document.getPages().map(page => {
      const media = boxOf(page, 'MediaBox')
      if (!media) return 'A page has no MediaBox'
      const sides = [media[2] - media[0], media[3] - media[1]]
      return sides.some(side => side < least || side > most) ? `A page is ${sides.map(side => Math.round(side / 72 * 25.4)).join(' × ')} mm: programs that follow the standard take 1 mm to 5080 mm` : undefined
    })),
  },
  {
    id: 'trim-box', standards: both,
    check: ({ document }) => firstReason(document.getPages().map(page => {
      const [trim, art] = [entry(page.node, 'TrimBox'), entry(page.node, 'ArtBox')]
      if (trim && art) return 'A page has a TrimBox and an ArtBox'
      return trim || art ? undefined : 'A page has neither TrimBox nor ArtBox'
    })),
  },
  {
    id: 'boxes-nested', standards: both,
    check: ({ document }) => firstReason(document.getPages().map(page => {
      const [media, bleed, trim, crop] = ['MediaBox', 'BleedBox', 'TrimBox', 'CropBox'].map(name => boxOf(page, name))
      if (!bleed) return 'A page has no BleedBox'
      if (trim && !holds(bleed, trim)) return 'The TrimBox reaches beyond the BleedBox'
      if (media && !holds(media, bleed)) return 'The BleedBox reaches beyond the MediaBox'
      return crop && trim && !holds(crop, trim) ? 'The CropBox cuts the TrimBox' : undefined
    })),
  },
  {
    id: 'user-unit', standards: ['x-1a'], // of PDF 1.6
    check: ({ document }) => document.getPages().some(page => entry(page.node, 'UserUnit')) ? 'A page has a UserUnit' : undefined,
  },
  { id: 'separations', standards: both, check: ({ document }) => document.getPages().some(page => entry(page.node, 'SeparationInfo')) ? 'A page is one plate of a page' : undefined },
]

type Box = [left: number, bottom: number, right: number, top: number]
const tolerance = 0.001 // pt

function boxOf(page: PDFPage, name: string): Box | undefined {
  const box = page.node.getInheritableAttribute(PDFName.of(name))
  const found = box && page.node.context.lookup(box)
  if (!(found instanceof PDFArray) || found.size() !== 4) return
  const numbers = found.asArray().map(value => page.node.context.lookup(value)).map(value => value instanceof PDFNumber ? value.asNumber() : NaN)
  return numbers.some(Number.isNaN) ? undefined : numbers as Box
}

const holds = (outer: Box, inner: Box) =>
  outer[0] <= inner[0] + tolerance && outer[1] <= inner[1] + tolerance && outer[2] >= inner[2] - tolerance && outer[3] >= inner[3] - tolerance
