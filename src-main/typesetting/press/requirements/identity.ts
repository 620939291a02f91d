import { PDFDict } from '@cantoo/pdf-lib'
import { entry, xmpProperty, type PdfxFile } from '../pdfx-file'
import { both, firstReason, type Requirement } from './requirement'

const xmpNeeded = ['dc:title', 'xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate', 'xmp:CreatorTool', 'pdf:Producer', 'xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass']
const infoNeeded = ['Title', 'Creator', 'Producer', 'CreationDate', 'ModDate']
const shared: readonly [info: string, xmp: string][] = [['Title', 'dc:title'], ['Creator', 'xmp:CreatorTool'], ['Producer', 'pdf:Producer'], ['Trapped', 'pdf:Trapped']]

/** What the file says it is: standard, title, dates, trapping. */
export const identityRequirements: readonly Requirement[] = [
  {
    id: 'version-key', standards: ['x-4'],
    check({ xmp, info }) {
      const version = xmpProperty(xmp, 'pdfxid:GTS_PDFXVersion')
      if (version !== 'PDF/X-4') return `pdfxid:GTS_PDFXVersion is ${version ?? 'missing'}, not PDF/X-4`
      return info('GTS_PDFXVersion') === undefined ? undefined : 'Info names another PDF/X version'
    },
  },
  {
    id: 'version-key', standards: ['x-1a'],
    check: ({ info }) => info('GTS_PDFXVersion') === 'PDF/X-1a:2003' ? undefined : `GTS_PDFXVersion of Info is ${info('GTS_PDFXVersion') ?? 'missing'}, not PDF/X-1a:2003`,
  },
  { id: 'metadata', standards: ['x-4'], check: ({ xmp }) => lacking('XMP', xmpNeeded, name => xmpProperty(xmp, name)) },
  { id: 'metadata', standards: ['x-1a'], check: ({ info }) => lacking('Info', infoNeeded, info) },
  {
    id: 'trapped', standards: both,
    check({ info }) {
      const trapped = info('Trapped')
      return trapped === 'True' || trapped === 'False' ? undefined : `Trapped is ${trapped ?? 'missing'}: neither True nor False`
    },
  },
  { id: 'metadata-agree', standards: both, check: file => firstReason(shared.map(([info, xmp]) => disagreement(file, info, xmp))) },
  {
    id: 'metadata-plain', standards: ['x-4'],
    check({ document, xmp }) {
      if (xmp === '') return 'No XMP packet, or a compressed one'
      const info = document.context.trailerInfo.Info
      return info && document.context.lookup(info) instanceof PDFDict && entry(document.catalog, 'Metadata') ? undefined : 'No Info dictionary'
    },
  },
]

function lacking(where: string, names: string[], read: (name: string) => string | undefined): string | undefined {
  const missing = names.filter(name => (read(name) ?? '') === '')
  return missing.length === 0 ? undefined : `${where} lacks ${missing.join(', ')}`
}

function disagreement({ info, xmp }: PdfxFile, name: string, property: string): string | undefined {
  const [one, other] = [info(name), xmpProperty(xmp, property)]
  return one === undefined || other === undefined || one === other ? undefined : `${name} is ${one} in Info and ${other} in XMP`
}
