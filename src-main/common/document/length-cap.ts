import type { PageFormat } from '../print/page-format'
import type { StoryKind } from './slip'

/** Whose length cap applies to a story: main leaders' 主要领导 meetings, others', festive events 节庆活动. */
export const storyRanks = ['leaders', 'others', 'festive'] as const
export type StoryRank = (typeof storyRanks)[number]

/** On the slip: a rank, none at all, or left to be derived. */
export const rankChoices = ['', ...storyRanks, 'none'] as const
export type RankChoice = (typeof rankChoices)[number]

export const paperSizes = ['broadsheet', 'tabloid'] as const
export type PaperSize = (typeof paperSizes)[number]

/** The most characters of a story's body, by paper size and rank. */
export type LengthCaps = Record<PaperSize, Record<StoryRank, number>>

/** The customs of newsroom.md; a newsroom sets its own. */
export const usualLengthCaps: LengthCaps = {
  broadsheet: { leaders: 1200, others: 500, festive: 1000 },
  tabloid: { leaders: 1200, others: 500, festive: 1000 },
}

const festive = /慰问|团拜|联欢|庆祝|庆典|晚会|春节|元宵|国庆|中秋/
const mainLeader = /(?<!副|副省|副市|副县|副区|副州|副总|副主)(总书记|书记|省长|市长|县长|区长|州长|总理|主席)/

/**
 * The rank of a story: as the slip says; else that of a meeting report, by its headline and first paragraph: festive words make it
 * festive, a head of party or government without 副 before the post makes it the main leaders', all else is others'. No other kind has one.
 */
export function rankOf({ rank, kind }: { rank: RankChoice, kind: StoryKind }, headline: string, opening: string): StoryRank | '' {
  if (rank === 'none') return ''
  if (rank !== '') return rank
  if (kind !== 'meeting-report') return ''
  if (festive.test(headline)) return 'festive'
  return mainLeader.test(`${headline}\n${opening}`) ? 'leaders' : 'others'
}

const smallestBroadsheet = 300 // mm across; a tabloid has half a broadsheet

/** The cap of a story, or null when none applies. A story without a place counts as on a broadsheet. */
export function lengthCapOf({ rank, format }: { rank: StoryRank | '', format: string }, caps: LengthCaps, formats: readonly PageFormat[]): number | null {
  if (rank === '') return null
  const page = formats.find(({ id }) => id === format)
  return caps[page && page.trim.width < smallestBroadsheet ? 'tabloid' : 'broadsheet'][rank]
}
