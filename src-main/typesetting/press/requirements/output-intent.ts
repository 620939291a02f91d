import { PDFArray, PDFDict, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { readIccProfile, whyNoPrintingCondition } from '../../../common/print/icc-profile'
import { entry, textOf, type PdfxFile } from '../pdfx-file'
import { decoded } from '../streams'
import { both, type Requirement } from './requirement'

/** The printing condition the file is made for. */
export const intentRequirements: readonly Requirement[] = [
  { id: 'output-intent', standards: both, check: file => intentsOf(file).length === 1 ? undefined : `${intentsOf(file).length} output intents of PDF/X instead of one` },
  {
    id: 'output-condition', standards: both,
    check(file) {
      const [intent] = intentsOf(file)
      if (!intent) return 'No output intent'
      if (!textOf(entry(intent, 'OutputConditionIdentifier'))) return 'The output intent does not name its condition'
      return textOf(entry(intent, 'RegistryName')) || textOf(entry(intent, 'Info')) ? undefined : 'The output intent has neither Info nor RegistryName'
    },
  },
  {
    id: 'output-profile', standards: both,
    check(file) {
      const profile = intentsOf(file).map(intent => entry(intent, 'DestOutputProfile')).find(found => found instanceof PDFRawStream)
      if (!profile) return 'The output intent embeds no profile'
      const bytes = decoded(profile)
      const reason = whyNoPrintingCondition(bytes)
      if (reason) return `The embedded profile stands for no printing condition: ${reason}`
      if (readIccProfile(bytes)!.version > 4) return 'The embedded profile is newer than ICC version 4'
      const components = entry(profile.dict, 'N')
      return components instanceof PDFNumber && components.asNumber() === 4 ? undefined : 'N of the embedded profile is not 4'
    },
  },
]

function intentsOf({ document }: PdfxFile): PDFDict[] {
  const list = entry(document.catalog, 'OutputIntents')
  const intents = list instanceof PDFArray ? list.asArray().map(item => document.context.lookup(item)) : []
  return intents.filter((intent): intent is PDFDict => intent instanceof PDFDict && textOf(entry(intent, 'S')) === 'GTS_PDFX')
}
