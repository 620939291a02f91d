export const pressStandards = ['x-4', 'x-1a'] as const // PDF/X-4 (ISO 15930-7), PDF/X-1a:2003 (ISO 15930-4)
export type PressStandard = (typeof pressStandards)[number]

/** How a press PDF is made for one plant. */
export interface PressOptions {
  standard: PressStandard
  bleed: boolean // 3 mm around the trim
  marks: boolean // crop and registration marks, colour bar
  slugLine: boolean // file, story, date and plates in words, outside of the bleed
  profile: string // id of the printing condition's profile
  inkLimit: number // most ink in one place, percent of four solid plates (400)
}

/** Newsprint, coldset: 220 % after ISO 12647-3:2013. */
export const defaultPressOptions: Readonly<PressOptions> = Object.freeze({
  standard: 'x-4', bleed: true, marks: true, slugLine: true, profile: 'newsprint-tr002-220', inkLimit: 220,
})

/** A printing condition: an ICC output profile in CMYK, one of the program's or the plant's own. */
export interface ColourProfile {
  id: string // the file's name without .icc
  name: string // as the profile describes itself
  isOwn: boolean // loaded into the library, may be removed
  bytes: number
}

/** What a finished press PDF is held against, each by the name that its words are kept under. */
export const pressRequirements = [
  'media-box', 'trim-box', 'boxes-nested', 'user-unit', 'separations', 'colour-spaces', 'transparency', 'blend-modes', 'transfer', 'halftones', 'black-overprints', 'fonts-embedded',
  'annotations', 'actions', 'forms', 'optional-content', 'postscript', 'references', 'alternates', 'header', 'encryption', 'file-id', 'object-streams', 'filters', 'external-streams', 'embedded-files',
  'version-key', 'metadata', 'trapped', 'metadata-agree', 'metadata-plain', 'output-intent', 'output-condition', 'output-profile', 'readable',
] as const
export type PressRequirement = (typeof pressRequirements)[number]
