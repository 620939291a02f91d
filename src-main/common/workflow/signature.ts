import type { CorrectionRow } from '../proofreading/correction-list'
import type { Stage, VersionId } from '../story/story'

/** What may be done to a story on its way, each under a signature. After publication: kill 撤稿, correction 更正, update 更新. A 核红 list is signed without moving the story. */
export const signedActions = ['sign', 'return', 'kill', 'correct', 'update', 'check'] as const
export type SignedAction = (typeof signedActions)[number]
export const amendments = ['kill', 'correct', 'update'] as const satisfies readonly SignedAction[]
export type Amendment = (typeof amendments)[number]

/** The 核红 list somebody signed: the earlier proof (the later one is the signature's version), and what both and the list were. */
export interface SignedCheck {
  earlier: VersionId
  earlierHash: string // of the proof with its marks, as the next
  laterHash: string
  listHash: string // of `rows`
  rows: CorrectionRow[]
}

/** Which list somebody signs: that of two proofs (`later` null: the story as it is now), as they saw it. */
export interface CheckedList { earlier: VersionId, later: VersionId | null, listHash: string }

/** One line of a story's record, never changed once written. Times are Unix milliseconds, hashes SHA-256 in hex. */
export interface Signature {
  position: number // in the story's record, from 1
  action: SignedAction
  person: string
  role: string
  code: string
  stage: Stage // which stage was signed, or where the story stood
  to: Stage // where the story stands after it
  opinion: string // opinion of a review, reason of a return or an amendment
  at: number
  version: VersionId // the signed state, kept
  stateHash: string // of the signed state
  check: SignedCheck | null // for `check` alone
  previous: string // hash of the signature before; empty for the first
  hash: string // of everything above
}

/** The words whose hash a signature carries: one field a line, each as JSON, in this order for good; those of a check follow. */
export function signedWords(signature: Omit<Signature, 'hash'>): string {
  const { position, action, person, role, code, stage, to, opinion, at, version, stateHash, previous, check } = signature
  const checked = check ? [check.earlier, check.earlierHash, check.laterHash, check.listHash] : []
  return [position, action, person, role, code, stage, to, opinion, at, version, stateHash, previous, ...checked].map(part => JSON.stringify(part)).join('\n')
}
