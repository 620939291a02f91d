import * as Y from 'yjs'
import type { BackendApi, BackendEvents, Person, Settings, Signer } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Implementation } from '../../common/ipc/rpc'
import type { Stage, StoryId, VersionId } from '../../common/story/story'
import { checkCorrections } from '../../common/proofreading/correction-check'
import { correctionRows } from '../../common/proofreading/correction-list'
import type { Release } from '../../common/workflow/blocks'
import { lateChanges, type LateChange } from '../../common/workflow/late-changes'
import { requirementsOf, toSignAgain, type Requirement } from '../../common/workflow/requirements'
import type { ReviewState } from '../../common/workflow/review-state'
import type { Signature, SignedAction, SignedCheck } from '../../common/workflow/signature'
import { isClosed, publicationOf, signersAt, standingSignatures, wayOf } from '../../common/workflow/standing'
import { earlierStages, isReview, nextStage } from '../../common/workflow/workflow'
import type { Repositories } from '../database/repositories'
import { chained, docOf, listHashOf, markedHashOf, stateHashOf } from './signature-chain'
import { newVersionId } from './story-id'
import { project } from './story-projection'
import type { PeopleService } from './people'
import type { StoryService } from './stories'

export interface ReviewOptions {
  stories: Pick<StoryService, 'read' | 'summary' | 'flush' | 'assertEditable' | 'numberOf'>
  people: PeopleService
  settings: { read(): Settings }
  emit(event: 'story-updated', payload: BackendEvents['story-updated']): void
}

interface Line { action: SignedAction, stage: Stage, to: Stage, opinion: string }

/** What a signature stands for: a version that is kept already, or (null) the story as it is now. */
interface Signed { version: VersionId | null, doc: Y.Doc, check: SignedCheck | null }

/** Stories on their way from draft to press: what is missing, signatures, returns, and what follows publication. */
export function reviewService({ stories: rows, versions, signatures, writers, locks, transaction }: Repositories, { stories, people, settings, emit }: ReviewOptions) {
  const recordOf = (id: StoryId) => signatures.ofStory(stories.numberOf(id))

  function missingFor(id: StoryId, stage: Stage, signer: Pick<Person, 'name' | 'role'>): Requirement[] {
    const doc = stories.read(id)
    return requirementsOf({
      doc, stage, standsAt: stories.summary(id).stage, record: recordOf(id), writers: writers.ofStory(stories.numberOf(id)), stateHash: stateHashOf(doc), workflow: settings.read().workflow, signer, lockedBy: locks.of(stories.numberOf(id))?.person ?? '', now: new Date(),
    })
  }

  function state(id: StoryId): ReviewState {
    const { stage } = stories.summary(id)
    const { workflow, person } = settings.read()
    const doc = stories.read(id)
    const [record, stateHash] = [recordOf(id), stateHashOf(doc)]
    const standing = new Set(standingSignatures(record, workflow))
    const publication = publicationOf(record)
    const moved = movedSince(id, doc)
    const signed = wayOf(record).at(-1)
    return {
      stage, next: nextStage(workflow, stage), returns: isClosed(publication) ? [] : earlierStages(workflow, stage), missing: missingFor(id, stage, person), signed: signersAt(record, workflow, stage),
      record: record.map(signature => ({ ...signature, isStanding: signature.action === 'check' || standing.has(signature), isStale: signature.stateHash !== stateHash })),
      again: toSignAgain(record, stateHash, workflow).map(signature => ({ stage: signature.stage, person: signature.person, missing: missingFor(id, signature.stage, person), late: moved(signature) })),
      late: signed && signed.stateHash !== stateHash ? moved(signed) : [],
      stateHash, publication, isClosed: isClosed(publication), lock: locks.of(stories.numberOf(id)) ?? null,
    }
  }

  /** What moved since a signature; those who signed the same state share one answer. */
  function movedSince(id: StoryId, doc: Y.Doc): (signature: Signature) => LateChange[] {
    const known = new Map<string, LateChange[]>()
    return ({ stateHash, version }) => {
      const moved = known.get(stateHash) ?? lateChanges(proofOf(id, version), doc)
      known.set(stateHash, moved)
      return moved
    }
  }

  /** Keeps the state as a version, unless it is one, and binds the signature to it and to the one before. */
  function record(id: StoryId, { name, role, code }: Person, line: Line, { version: kept, doc, check }: Signed = { version: null, doc: stories.read(id), check: null }): ReviewState {
    stories.flush()
    const [number, at, version] = [stories.numberOf(id), Date.now(), kept ?? newVersionId()]
    const { headline, characters } = project(doc)
    const signature: Signature = chained(recordOf(id), { ...line, opinion: line.opinion.trim(), person: name, role, code, at, version, stateHash: stateHashOf(doc), check })
    transaction(() => {
      if (!kept) versions.add({ id: version, name: '', reason: line.action === 'sign' ? 'signed' : line.action, author: name, stage: line.stage, createdAt: at, headline, characters, story: number, state: Y.encodeStateAsUpdate(doc) })
      signatures.add(number, signature)
      rows.passTo(number, line.to, signature.hash)
      if (line.action !== 'check') locks.release(number)
    })
    emit('story-updated', { id, summary: stories.summary(id) })
    return state(id)
  }

  function proofOf(id: StoryId, version: VersionId | null): Y.Doc {
    if (!version) return stories.read(id)
    const kept = versions.state(id, version)
    if (!kept) throw new AppError('not-found', `No version ${version} of story ${id}`, { id, version })
    return docOf(kept)
  }

  function checkOf(id: StoryId, earlier: VersionId, later: VersionId | null): Signed & { check: SignedCheck } {
    const [before, doc] = [proofOf(id, earlier), proofOf(id, later)]
    const listed = correctionRows(checkCorrections(before, doc))
    return { version: later, doc, check: { earlier, earlierHash: markedHashOf(before), laterHash: markedHashOf(doc), listHash: listHashOf(listed), rows: listed } }
  }

  function refuse(id: StoryId, missing: Requirement[]): void {
    if (missing.length > 0) throw new AppError('stage-blocked', `Not to be signed: ${missing.map(({ code }) => code).join(', ')}`, { id, codes: missing.map(({ code }) => code) })
  }

  function identified(id: StoryId, signer: Signer): Person {
    stories.assertEditable(id)
    return people.identified(signer)
  }

  const api: Implementation<BackendApi>['reviews'] = {
    state,
    sign(id, signer, stage, opinion) {
      const person = identified(id, signer)
      const { workflow } = settings.read()
      const standsAt = stories.summary(id).stage
      const isAgain = stage !== standsAt
      if (isAgain && !toSignAgain(recordOf(id), stateHashOf(stories.read(id)), workflow).some(signature => signature.stage === stage)) {
        throw new AppError('invalid-arguments', `The story stands at ${standsAt}, not at ${stage}`, { id, stage: standsAt })
      }
      if (isReview(stage) && opinion.trim() === '') throw new AppError('invalid-arguments', 'A review has an opinion', { id })
      refuse(id, missingFor(id, stage, person))
      const { people, needed } = signersAt(recordOf(id), workflow, stage)
      const isPassed = people.length + 1 >= needed
      return record(id, person, { action: 'sign', stage, to: isAgain || !isPassed ? standsAt : nextStage(workflow, stage), opinion })
    },
    sendBack(id, signer, to, reason) {
      const person = identified(id, signer)
      const { stage, returns } = state(id)
      if (!returns.includes(to) || reason.trim() === '') throw new AppError('invalid-arguments', 'A story goes back to an earlier stage, for a reason', { id })
      return record(id, person, { action: 'return', stage, to, opinion: reason })
    },
    amend(id, signer, kind, reason) {
      const person = identified(id, signer)
      const publication = publicationOf(recordOf(id))
      if (!isClosed(publication) || publication?.state === 'killed' || reason.trim() === '') throw new AppError('invalid-arguments', 'Only what is published is amended, for a reason', { id })
      const { stage } = stories.summary(id)
      return record(id, person, { action: kind, stage, to: kind === 'kill' ? stage : 'draft', opinion: reason })
    },
    late: (id, version) => lateChanges(proofOf(id, version), stories.read(id)),
    check: (id, earlier, later) => checkOf(id, earlier, later).check,
    signCheck(id, signer, { earlier, later, listHash }, remark) {
      const person = identified(id, signer)
      const signed = checkOf(id, earlier, later)
      if (signed.check.listHash !== listHash) throw new AppError('outdated', 'The list is not the one that was shown', { id })
      const { stage } = stories.summary(id)
      return record(id, person, { action: 'check', stage, to: stage, opinion: remark }, signed)
    },
    lock(id, person) {
      stories.assertEditable(id)
      const number = stories.numberOf(id)
      locks.take(number, person, Date.now())
      return locks.of(number)!
    },
    unlock(id) {
      stories.assertEditable(id)
      locks.release(stories.numberOf(id))
    },
  }

  return {
    api,
    recordOf,
    publicationOf: (id: StoryId) => publicationOf(recordOf(id)),
    releaseOf: (id: StoryId): Release => ({
      isReleased: stories.summary(id).stage === 'to-press',
      again: toSignAgain(recordOf(id), stateHashOf(stories.read(id)), settings.read().workflow).map(({ person }) => person),
    }),
  }
}
export type ReviewService = ReturnType<typeof reviewService>
