import type { StoryRank } from '../document/length-cap'
import type { Priority, StoryKind } from '../document/slip'

export type StoryId = string & { readonly brand: 'StoryId' }
export type VersionId = string & { readonly brand: 'VersionId' }

/** 草稿 → 三审 → 三校 → 签发 → 付印. */
export const stages = [
  'draft', 'first-review', 'second-review', 'final-review', 'first-proof', 'second-proof', 'third-proof', 'released', 'to-press',
] as const
export type Stage = (typeof stages)[number]

/** How a story filled its slot when it was last set, in lines of one column; `isCurrent`: nothing was changed since. */
export interface ListedFit { capacity: number, set: number, over: number, spare: number, isCurrent: boolean }

/** A story as lists show it: derived from its update log, rebuilt from it at any time. Times are Unix milliseconds. */
export interface StorySummary {
  id: StoryId
  kind: StoryKind
  headline: string // headline lines on one line; empty while nothing is typed
  shortTitle: string
  source: string
  editor: string
  section: string
  page: string
  stage: Stage
  priority: Priority
  characters: number // body, spaces not counted
  plannedLength: number | null
  rank: StoryRank | '' // whose length cap applies, chosen or derived; empty: none
  format: string // the page format of its place; empty: no place
  fit: ListedFit | null // of stories with a slot of their own, once it was measured
  createdAt: number
  updatedAt: number
  binnedAt: number | null
}

export const sortKeys = ['updatedAt', 'kind', 'headline', 'source', 'editor', 'stage', 'characters'] as const
export type SortKey = (typeof sortKeys)[number]

export interface StoryQuery {
  where: 'desk' | 'bin' // the bin holds what was moved out of the way
  filter: string // words that headline, short title, source, editor or text must all contain; empty: all
  kind: StoryKind | null
  stage: Stage | null
  sort: SortKey
  descending: boolean
  offset: number
  limit: number // at most 500
}

/** What the list shows first, and how much of it is asked for at a time. */
export const openingQuery: Omit<StoryQuery, 'offset' | 'limit'> = { where: 'desk', filter: '', kind: null, stage: null, sort: 'updatedAt', descending: true }
export const storiesOfAPage = 200

export interface StoryPage { total: number, stories: StorySummary[] }

/** What keeps a text as it is: it came for reading only, it is published, or `person` works on it. */
export type Held = { reason: 'reading' | 'published' } | { reason: 'locked', person: string }

/** A story opened for editing: `update` is its whole Yjs state. */
export interface OpenStory { summary: StorySummary, update: Uint8Array, heldBy: Held | null }

/** What two copies of a story owe each other after one of them was restarted. */
export interface StorySync {
  update: Uint8Array // what the caller lacks
  stateVector: Uint8Array // what the backend has
}

/** Why a version was kept: by hand; before and after an earlier one was restored; of themselves, at signatures, amendments, exports and after every half hour of work; in another library under a signature, which stayed there. */
export const chosenReasons = ['kept', 'before-restore', 'restored'] as const
export type ChosenReason = (typeof chosenReasons)[number]
export const signedReasons = ['signed', 'check', 'return', 'kill', 'correct', 'update'] as const
export const versionReasons = [...chosenReasons, ...signedReasons, 'signed-elsewhere', 'export', 'work', 'sent', 'received', 'reading', 'before-package'] as const
export type VersionReason = (typeof versionReasons)[number]

/** Whether a version is one that a signature of this library stands for. */
export const isSignedHere = ({ reason }: { reason: VersionReason }) => (signedReasons as readonly VersionReason[]).includes(reason)

export interface Version {
  id: VersionId
  name: string // empty for automatic ones
  reason: VersionReason
  author: string
  stage: Stage
  createdAt: number
  headline: string
  characters: number
}
