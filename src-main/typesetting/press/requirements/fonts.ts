import { PDFArray, PDFDict } from '@cantoo/pdf-lib'
import { entry, textOf, type PdfxFile } from '../pdfx-file'
import { both, type Requirement } from './requirement'

/** Every font is in the file. */
export const fontRequirements: readonly Requirement[] = [
  {
    id: 'fonts-embedded', standards: both,
    check(file) {
      const missing = fontsOf(file).filter(({ isEmbedded }) => !isEmbedded)
      return missing.length === 0 ? undefined : missing.map(({ name }) => name).join(', ')
    },
  },
]

/** Every font of the file by its PostScript name, subset prefixes left out. Type 3 fonts are drawings in the file itself. */
export function fontsOf({ dictionaries }: PdfxFile): { name: string, isEmbedded: boolean }[] {
  const fonts = dictionaries.filter(dictionary => textOf(entry(dictionary, 'Type')) === 'Font' && !/^CIDFontType/.test(textOf(entry(dictionary, 'Subtype')) ?? ''))
  const found = fonts.map(font => ({ name: (textOf(entry(font, 'BaseFont')) ?? 'Type 3').replace(/^[A-Z]{6}\+/, ''), isEmbedded: isEmbedded(font) }))
  return [...new Map(found.map(font => [`${font.name} ${font.isEmbedded}`, font])).values()].sort((a, b) => a.name < b.name ? -1 : 1)
}

function isEmbedded(font: PDFDict): boolean {
  if (textOf(entry(font, 'Subtype')) === 'Type3') return true
  const descendants = entry(font, 'DescendantFonts')
  const described = descendants instanceof PDFArray ? descendants.lookup(0) : font
  const descriptor = described instanceof PDFDict ? entry(described, 'FontDescriptor') : undefined
  return descriptor instanceof PDFDict && ['FontFile', 'FontFile2', 'FontFile3'].some(name => entry(descriptor, name) !== undefined)
}
