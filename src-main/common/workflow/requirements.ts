import type * as Y from 'yjs'
import type { Writer } from '../authorship/writers'
import { readThreads } from '../comments/threads'
import { emptySlip, type Slip } from '../document/slip'
import { readSlip } from '../document/slip-map'
import { readText } from '../document/story-doc'
import { bodyBlocksOf, headlineOf, textOf } from '../document/text'
import type { Stage } from '../story/story'
import { changesOf } from '../suggestions/changes'
import { readSlipChanges } from '../suggestions/slip-changes'
import { draftAuthors } from './draft-authors'
import { blocksOn } from './blocks'
import type { Signature } from './signature'
import { isClosed, publicationOf, signersAt, standingSignatures, wayOf } from './standing'
import { isProof, isReview, ruleOf, stageOrder, type CheckName, type Workflow } from './workflow'

export const requirementCodes = [
  'nobody', // no person is at the desk
  'locked', // person: who works on the story
  'field-missing', // field
  'headline-missing', 'body-missing',
  'suggestions-open', // count
  'comments-open', // count
  'role-needed', // roles
  'reviewed-already', // person, other: the stage they signed
  'signed-already', // person, other: the stage, count: how many others must sign it
  'own-text', // person
  'signature-stale', // other: the stage to be signed again, person: who signed it
  'legal-hold', // reason
  'not-for-publication',
  'embargo', // until
  'published', // nothing is left to sign
] as const
export type RequirementCode = (typeof requirementCodes)[number]

/** What keeps a stage from being signed by the person at the desk. */
export interface Requirement { code: RequirementCode, values: Record<string, string | number> }

export interface Situation {
  doc: Y.Doc
  stage: Stage // to be signed
  standsAt: Stage // where the story is
  record: readonly Signature[]
  writers: readonly Writer[]
  stateHash: string // of the text as it is now
  workflow: Workflow
  signer: { name: string, role: string }
  lockedBy: string // who works on the story; empty: nobody
  now: Date
}

/** Everything that is missing before `signer` may sign `stage`; empty: it may be signed. */
export function requirementsOf(situation: Situation): Requirement[] {
  const { doc, stage, workflow, now, record } = situation
  if (isClosed(publicationOf(record)) && stage === 'to-press') return [{ code: 'published', values: {} }]
  const rule = ruleOf(workflow, stage)
  const slip = readSlip(doc)
  const fields = rule.fields.filter(field => isEmpty(slip, field)).map((field): Requirement => ({ code: 'field-missing', values: { field } }))
  const blocks = stageOrder(stage) < stageOrder('released') ? [] : blocksOn(slip, now).filter(({ code }) => code !== 'embargo' || stage === 'to-press')
  return [...personRequirements(situation, rule.roles, slip), ...fields, ...rule.checks.flatMap(check => checks[check](doc)), ...staleRequirements(situation), ...blocks]
}

const isEmpty = (slip: Slip, field: keyof Slip) => {
  const value = slip[field]
  return typeof value === 'string' ? value.trim() === '' : JSON.stringify(value) === JSON.stringify(emptySlip[field])
}

function personRequirements(situation: Situation, roles: string[], slip: Slip): Requirement[] {
  const { stage, standsAt, record, workflow, signer, lockedBy } = situation
  if (signer.name === '') return [{ code: 'nobody', values: {} }]
  const standing = standingSignatures(record, workflow)
  const found: Requirement[] = lockedBy === '' || lockedBy === signer.name ? [] : [{ code: 'locked', values: { person: lockedBy } }]
  if (roles.length > 0 && !roles.includes(signer.role)) found.push({ code: 'role-needed', values: { roles: roles.join('、') } })
  const other = isReview(stage) && standing.find(signature => isReview(signature.stage) && signature.stage !== stage && signature.person === signer.name)
  if (other) found.push({ code: 'reviewed-already', values: { person: signer.name, other: other.stage } })
  const { people, needed } = signersAt(record, workflow, stage)
  if (stage === standsAt && people.includes(signer.name) && people.length < needed) found.push({ code: 'signed-already', values: { person: signer.name, other: stage, count: needed - people.length } })
  if (isProof(stage) && !workflow.mayProofOwnText && isOwnText(situation, slip)) found.push({ code: 'own-text', values: { person: signer.name } })
  return found
}

/** Who sent the draft on, whom the byline names, and who wrote words of it. */
function isOwnText({ doc, writers, record, workflow, signer: { name: signer } }: Situation, { byline }: Slip): boolean {
  return standingSignatures(record, workflow).some(({ stage, person }) => stage === 'draft' && person === signer)
    || byline.some(({ name }) => name.trim() === signer) || draftAuthors(doc, writers, record).has(signer)
}

const checks: Record<CheckName, (doc: Y.Doc) => Requirement[]> = {
  headline: doc => headlineOf(readText(doc)).trim() === '' ? [{ code: 'headline-missing', values: {} }] : [],
  body: doc => bodyBlocksOf(readText(doc)).every(block => textOf(block).trim() === '') ? [{ code: 'body-missing', values: {} }] : [],
  suggestions: doc => counted('suggestions-open', changesOf(readText(doc)).length + readSlipChanges(doc).length),
  comments: doc => counted('comments-open', readThreads(doc).filter(({ resolved }) => !resolved).length),
}

const counted = (code: RequirementCode, count: number): Requirement[] => count > 0 ? [{ code, values: { count } }] : []

/** Before a stage is signed the next signature covers a change; once released, those the newsroom names sign again. */
function staleRequirements({ stage, standsAt, record, stateHash, workflow }: Situation): Requirement[] {
  if (stage !== 'to-press' || standsAt !== 'to-press') return []
  return toSignAgain(record, stateHash, workflow).map(({ stage: other, person }): Requirement => ({ code: 'signature-stale', values: { other, person } }))
}

/** The signatures to be given again because the text is no longer what was released first, in the order of the stages. */
export function toSignAgain(record: readonly Signature[], stateHash: string, workflow: Workflow): Signature[] {
  const way = wayOf(record)
  const begin = way.map(({ action }) => action === 'sign').lastIndexOf(false) + 1
  const released = way.slice(begin).find(({ stage }) => stage === 'released')
  if (!released || released.stateHash === stateHash || isClosed(publicationOf(record))) return []
  return standingSignatures(record, workflow)
    .filter(signature => workflow.renewed.includes(signature.stage) && signature.stateHash !== stateHash)
    .sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage))
}
