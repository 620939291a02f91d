import { PDFArray, PDFHexString, PDFString } from '@cantoo/pdf-lib'
import { entry, textOf } from '../pdfx-file'
import { both, type Requirement } from './requirement'

const headers = { 'x-4': '1.6', 'x-1a': '1.4' } as const
const forbiddenFilters = { 'x-4': ['Crypt'], 'x-1a': ['Crypt', 'LZWDecode', 'JBIG2Decode', 'JPXDecode'] } as const

/** The file as a whole: version, structure, compression. */
export const fileRequirements: readonly Requirement[] = [
  {
    id: 'header', standards: both,
    check({ bytes, document }, standard) {
      const head = Buffer.from(bytes.subarray(0, 40)).toString('latin1')
      if (!head.startsWith(`%PDF-${headers[standard]}`)) return `The header is ${head.slice(0, 8)}, not %PDF-${headers[standard]}`
      if (!/^%PDF-\d\.\d\s+%[\x80-\xFF]{4}/.test(head)) return 'No line of bytes above 127 after the header'
      return entry(document.catalog, 'Version') ? 'The catalog names another version' : undefined
    },
  },
  {
    id: 'encryption', standards: both,
    check: ({ document }) => document.context.trailerInfo.Encrypt ? 'The file is encrypted' : undefined,
  },
  {
    id: 'file-id', standards: both,
    check({ document: { context } }) {
      const id = context.trailerInfo.ID && context.lookup(context.trailerInfo.ID)
      const parts = id instanceof PDFArray ? id.asArray() : []
      const isWhole = parts.length === 2 && parts.every(part => (part instanceof PDFHexString || part instanceof PDFString) && part.asBytes().length >= 16)
      return isWhole ? undefined : 'The trailer has no ID of two strings of 16 bytes'
    },
  },
  {
    id: 'object-streams', standards: ['x-1a'], // of PDF 1.5
    check: ({ bytes }) => /\/Type\s*\/(ObjStm|XRef)\b/.test(Buffer.from(bytes).toString('latin1')) ? 'Object or cross-reference streams, which PDF 1.4 does not have' : undefined,
  },
  {
    id: 'filters', standards: both,
    check({ streams }, standard) {
      const used = streams.flatMap(({ dict }) => String(entry(dict, 'Filter') ?? '').match(/[A-Za-z0-9]+/g) ?? [])
      const forbidden = forbiddenFilters[standard].find(filter => used.includes(filter))
      return forbidden && `A stream is compressed with ${forbidden}`
    },
  },
  {
    id: 'external-streams', standards: both,
    check: ({ streams }) => streams.some(({ dict }) => entry(dict, 'F')) ? 'A stream lies in another file' : undefined,
  },
  {
    id: 'embedded-files', standards: both,
    check: ({ dictionaries }) => dictionaries.some(dictionary => entry(dictionary, 'EmbeddedFiles') || textOf(entry(dictionary, 'Type')) === 'EmbeddedFile')
      ? 'A file is embedded' : undefined,
  },
]
