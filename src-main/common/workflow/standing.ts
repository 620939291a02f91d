import type { Stage, VersionId } from '../story/story'
import type { Amendment, Signature } from './signature'
import { signersOf, stageOrder, type Workflow } from './workflow'

/** The record without what moves no story: a signed 核红 list changes nothing about where it stands. */
export const wayOf = (record: readonly Signature[]): Signature[] => record.filter(({ action }) => action !== 'check')

/**
 * The signatures that count, oldest first: of each stage the latest of as many people as it needs. A return voids those from its stage on, an
 * amendment begins anew.
 */
export function standingSignatures(record: readonly Signature[], workflow: Workflow): Signature[] {
  return wayOf(record).reduce<Signature[]>((standing, signature) => {
    const { action, stage, person, to } = signature
    if (action !== 'sign') return standing.filter(other => stageOrder(other.stage) < stageOrder(to))
    const before = standing.filter(other => other.stage === stage && other.person !== person)
    const kept = new Set(before.slice(Math.max(0, before.length - signersOf(workflow, stage) + 1)))
    return [...standing.filter(other => other.stage !== stage || kept.has(other)), signature]
  }, [])
}

/** Who signed a stage, and how many people it needs. */
export function signersAt(record: readonly Signature[], workflow: Workflow, stage: Stage): { people: string[], needed: number } {
  return { people: standingSignatures(record, workflow).filter(signature => signature.stage === stage).map(({ person }) => person), needed: signersOf(workflow, stage) }
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
