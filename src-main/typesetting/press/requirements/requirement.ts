import type { PressRequirement, PressStandard } from '../../../common/print/press'
import type { PdfxFile } from '../pdfx-file'

/** One thing a standard asks of a file. `check` gives the reason it is not met, or nothing. */
export interface Requirement {
  id: PressRequirement
  standards: readonly PressStandard[]
  check(file: PdfxFile, standard: PressStandard): string | undefined
}

export const both: readonly PressStandard[] = ['x-4', 'x-1a']

/** The first of these that is not undefined. */
export const firstReason = (reasons: Iterable<string | undefined>): string | undefined => {
  for (const reason of reasons) if (reason !== undefined) return reason
}
