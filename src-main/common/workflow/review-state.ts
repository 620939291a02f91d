import type { Stage } from '../story/story'
import type { LateChange } from './late-changes'
import type { Requirement } from './requirements'
import type { Publication } from './standing'
import type { Signature } from './signature'

/** Who works on a story now, since when (Unix milliseconds). */
export interface StoryLock { person: string, since: number }

/** A signature as the record shows it. */
export interface ShownSignature extends Signature {
  isStanding: boolean // not voided by a return or an amendment, nor given again since
  isStale: boolean // the text is no longer what was signed
}

/** Where a story stands, and what the person at the desk may do. */
export interface ReviewState {
  stage: Stage
  next: Stage
  returns: Stage[] // where it may be sent back to
  signed: { people: string[], needed: number } // who signed the stage already, of how many
  missing: Requirement[] // before the stage may be signed by the person at the desk
  record: ShownSignature[] // oldest first
  again: { stage: Stage, person: string, missing: Requirement[], late: LateChange[] }[] // signatures to be given again, each with what moved since it was given
  late: LateChange[] // what moved since the last signature
  stateHash: string
  publication: Publication | null
  isClosed: boolean // published: the text changes no more, unless by a correction or an update
  lock: StoryLock | null
}
