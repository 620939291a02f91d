import type { PressRequirement, PressStandard } from '../../common/print/press'
import { openPdfx, xmpProperty, type PdfxFile } from './pdfx-file'
import { colourRequirements } from './requirements/colour'
import { contentRequirements } from './requirements/content'
import { fileRequirements } from './requirements/file'
import { fontRequirements } from './requirements/fonts'
import { identityRequirements } from './requirements/identity'
import { intentRequirements } from './requirements/output-intent'
import { pageRequirements } from './requirements/pages'
import type { Requirement } from './requirements/requirement'

/** What docs/press.md lists, one entry for one line there. */
export const requirements: readonly Requirement[] = [
  ...fileRequirements, ...identityRequirements, ...intentRequirements, ...pageRequirements, ...fontRequirements, ...colourRequirements, ...contentRequirements,
]

export interface Failure { requirement: PressRequirement, reason: string }

/** What a finished file lacks to be PDF/X of this standard; nothing when it conforms. */
export async function pdfxFailures(bytes: Uint8Array, standard: PressStandard): Promise<Failure[]> {
  try {
    return failuresOf(await openPdfx(bytes), standard)
  } catch (error) {
    return [{ requirement: 'readable', reason: error instanceof Error ? error.message : String(error) }]
  }
}

export function failuresOf(file: PdfxFile, standard: PressStandard): Failure[] {
  return requirements.filter(({ standards }) => standards.includes(standard)).flatMap(({ id, check }) => {
    const reason = check(file, standard)
    return reason === undefined ? [] : [{ requirement: id, reason }]
  })
}

/** The story a PDF/X-4 file carries, as ninjs JSON. */
export const storyIn = ({ xmp }: PdfxFile): string | undefined => xmpProperty(xmp, 'story:ninjs')
