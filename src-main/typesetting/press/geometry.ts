import type { PressOptions } from '../../common/print/press'

export const millimetre = 72 / 25.4 // pt

export interface Margins { bleed: number, slug: number } // mm: the bleed around the trim, the strip around the bleed that is cut off

const usualBleed = 3
const slug = 7

/** How far the page reaches beyond its trim. */
export function marginsFor({ bleed, bleedWidth = usualBleed, marks, slugLine }: Pick<PressOptions, 'bleed' | 'marks' | 'slugLine'> & { bleedWidth?: number }): Margins {
  return { bleed: bleed ? bleedWidth : 0, slug: marks || slugLine ? slug : 0 }
}

/** A press page in pt: `trim` inside `bleed` inside `media`, each as left, bottom, right, top. */
export interface PressPage { media: Box, bleed: Box, trim: Box }
export type Box = [left: number, bottom: number, right: number, top: number]

export function pressPage(width: number, height: number, margins: Margins): PressPage {
  const inset = (distance: number): Box => [distance, distance, width - distance, height - distance]
  return { media: [0, 0, width, height], bleed: inset(margins.slug * millimetre), trim: inset((margins.slug + margins.bleed) * millimetre) }
}
