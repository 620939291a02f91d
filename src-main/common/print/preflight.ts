import type { Slip } from '../document/slip'
import type { StoryId } from '../story/story'
import type { FinalStretch } from '../suggestions/final-range'
import type { PageHead } from './page-plan'
import type { PressOptions } from './press'
import type { Fit, MissingGlyph, SubstitutedFont } from './print'

/** Everything preflight can find, in the order in which lists show it. */
export const findingCodes = [
  'does-not-fit', // lines
  'missing-glyph', // character, codePoint, count
  'glyph-substituted', // character, codePoint, count, family, by: the face it is set in lacks it
  'font-substituted', // family, by
  'font-not-embedded', // requirement, reason
  'picture-missing', // number of the figure
  'picture-resolution', // number, ppi, least
  'picture-ink', // number, ink, limit (percent)
  'page-ink', // ink, limit (percent)
  'colour-space', // requirement, reason: a colour that is neither black, gray nor CMYK
  'transparency', // requirement, reason
  'standard', // requirement, reason: the finished file would not conform
  'headline-broken', // number of the line
  'headline-missing',
  'editor-missing', // 责任编辑
  'caption-missing', // number
  'credit-missing', // number
  'placeholder', // text
  'legal-hold', // reason
  'not-for-publication',
  'embargo', // until
  'killed', // reason
  'correction-open', // reason: a correction or an update not yet signed through
  'not-released', // 签发 is not signed
  'signature-stale', // people: who must sign again, because the text changed after they did
  'stories-overlap', // other: the headline of the story it stands on, on a page of several
  'page-paper-missing',
  'page-date-missing',
  'page-number-missing',
] as const
export type FindingCode = (typeof findingCodes)[number]

export type Severity = 'blocker' | 'warning'

/** A stretch of the final text, a field of the slip, what the newsroom set on a template, or an option of the press PDF; on a page desk a field of the page's head, or a story's box. */
export type FindingPlace = FinalStretch | { field: keyof Slip } | { template: string } | { press: PressField } | { head: keyof PageHead } | { box: StoryId }

/** The options of a press PDF that a finding may lead to. */
export type PressField = Extract<keyof PressOptions, 'standard' | 'inkLimit' | 'profile'>

/** A character that the face it is set in lacks, what draws it instead, and the first place it stands at. */
export interface SubstitutedGlyph extends Omit<MissingGlyph, 'context'>, SubstitutedFont { place: FindingPlace }

/** What is wrong, of a page of several stories also with which of them. */
export interface Finding {
  code: FindingCode
  severity: Severity // a blocker keeps the story from press
  values: Record<string, string | number>
  place?: FindingPlace
  story?: StoryId
}

/** What a press export would meet, found by making it. */
export interface PressCheck {
  findings: Finding[] // blockers first
  plates: Plate[] // with ink on them, marks left out
  ink: { limit: number, page: number } // percent of one solid plate; four solid plates are 400
  fonts: string[] // PostScript names
  pictures: PrintedPicture[]
  milliseconds: number
}

/** Of one story. */
export interface Preflight extends PressCheck { fit: Fit }

/** Of a page: `fits` are of its stories, in order. */
export interface PagePreflight extends PressCheck { fits: Fit[] }

export const plates = ['cyan', 'magenta', 'yellow', 'black'] as const
export type Plate = (typeof plates)[number]

/** A figure's picture as it stands on the page. */
export interface PrintedPicture {
  number: number // of the figure, in its story's reading order from 1
  ppi: number // at the printed size
  space: 'cmyk' | 'gray'
  highestInk: number // percent, without the darkest thousandth of the pixels
  meanInk: number
}
