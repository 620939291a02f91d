import type { Stage, VersionId } from '../story/story'
import type { Amendment, Signature } from './signature'
import { stageOrder } from './workflow'

/** The record without what moves no story: a signed 核红 list changes nothing about where it stands. */
export const wayOf = (record: readonly Signature[]): Signature[] => record.filter(({ action }) => action !== 'check')

/** The signatures that count, by stage: a return voids those from its stage on, an amendment begins anew. */
export function standingSignatures(record: readonly Signature[]): Map<Stage, Signature> {
  const standing = new Map<Stage, Signature>()
  for (const signature of wayOf(record)) {
    if (signature.action === 'sign') standing.set(signature.stage, signature)
    else for (const stage of [...standing.keys()]) if (stageOrder(stage) >= stageOrder(signature.to)) standing.delete(stage)
  }
  return standing
}

/** What is known of a story that went to press. */
export interface Publication {
  state: 'published' | 'killed' | 'amending' | 'amended' // 'amending': a correction or update is on its way
  version: VersionId // the published version that stands, or that the amendment takes the place of
  at: number
  kind: Amendment | null // of the last amendment
  note: string // its reason
}

/** What became of a story after its publication, or null before it. A published version is kept whatever follows. */
export const publicationOf = (record: readonly Signature[]): Publication | null => record.reduce(following(record), null)

const following = (record: readonly Signature[]) => (before: Publication | null, { action, stage, version, at, opinion }: Signature): Publication | null => {
  if (action === 'sign' && stage === 'to-press') return before?.state === 'amending' ? { ...before, state: 'amended' } : { state: 'published', version, at, kind: null, note: '' }
  if (!before || action === 'sign' || action === 'return' || action === 'check') return before
  return { ...lastPublished(record, at) ?? before, state: action === 'kill' ? 'killed' : 'amending', kind: action, note: opinion }
}

/** The version that went to press last until then. */
function lastPublished(record: readonly Signature[], until: number): Pick<Publication, 'version' | 'at'> | undefined {
  const last = record.filter(({ action, stage, at }) => action === 'sign' && stage === 'to-press' && at <= until).at(-1)
  return last && { version: last.version, at: last.at }
}

/** Whether the text stands as it was published: then it changes only by a correction, an update or not at all. */
export const isClosed = (publication: Publication | null) => publication !== null && publication.state !== 'amending'
