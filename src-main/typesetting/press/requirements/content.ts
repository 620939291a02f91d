import { PDFArray, PDFDict } from '@cantoo/pdf-lib'
import { entry, textOf } from '../pdfx-file'
import { both, type Requirement } from './requirement'

const hasSome = (dictionary: PDFDict, names: string[]) => names.find(name => entry(dictionary, name) !== undefined)

/** What a page for print does not hold: things to click, to run, to switch, or to fetch. */
export const contentRequirements: readonly Requirement[] = [
  {
    id: 'annotations', standards: both,
    check: ({ document }) => document.getPages().some(page => {
      const annotations = entry(page.node, 'Annots')
      return annotations instanceof PDFArray && annotations.size() > 0
    }) ? 'A page has annotations' : undefined,
  },
  {
    id: 'actions', standards: both,
    check({ dictionaries }) {
      const found = dictionaries.map(dictionary => hasSome(dictionary, ['OpenAction', 'AA', 'JavaScript', 'JS'])).find(Boolean)
      return found && `The file has ${found}`
    },
  },
  { id: 'forms', standards: both, check: ({ document }) => entry(document.catalog, 'AcroForm') ? 'The file has form fields' : undefined },
  { id: 'optional-content', standards: both, check: ({ document }) => entry(document.catalog, 'OCProperties') ? 'Parts of the file can be switched off' : undefined },
  {
    id: 'postscript', standards: both,
    check({ streams }) {
      const isPostscript = streams.some(({ dict }) => textOf(entry(dict, 'Subtype')) === 'PS' || textOf(entry(dict, 'Subtype2')) === 'PS')
      return isPostscript ? 'The file holds PostScript' : undefined
    },
  },
  {
    id: 'references', standards: both,
    check({ streams }) {
      const found = streams.map(({ dict }) => hasSome(dict, ['OPI', 'Ref'])).find(Boolean)
      return found && `A picture is fetched from elsewhere (${found})`
    },
  },
  {
    id: 'alternates', standards: both,
    check({ streams }) {
      const alternates = streams.flatMap(({ dict }) => entry(dict, 'Alternates') instanceof PDFArray ? (entry(dict, 'Alternates') as PDFArray).asArray() : [])
      return alternates.some(alternate => alternate instanceof PDFDict && String(entry(alternate, 'DefaultForPrinting')) === 'true') ? 'A picture prints as another' : undefined
    },
  },
]
