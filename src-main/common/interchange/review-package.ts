import type { Slip } from '../document/slip'
import type { StorySummary } from '../story/story'

/** What a review package is for: to be worked on and sent back, or to be read only. */
export const packageKinds = ['work', 'reading'] as const
export type PackageKind = (typeof packageKinds)[number]

/** What became of an opened package. */
export interface OpenedPackage {
  story: StorySummary
  kind: PackageKind
  from: string // who packed it
  outcome: 'added' | 'merged' | 'unchanged' // new in this library; worked into the story that was here; nothing in it that was not here
  suggestions: number // changes it brought, of the text and of the slip
  comments: number // remarks it brought
  isUntracked: boolean // text or slip were also changed without suggestions; the state before is kept as a version
  conflicts: (keyof Slip)[] // fields of the slip that both changed: one value stands, the other can be put back
}
