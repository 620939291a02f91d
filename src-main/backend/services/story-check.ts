import * as Y from 'yjs'
import { isSignedHere, type StoryId } from '../../common/story/story'
import type { Repositories } from '../database/repositories'
import { isSame } from '../database/repositories/errors'
import { hashOf, type Projection } from '../database/repositories/projections'
import type { StoryNumber } from '../database/repositories/rows'
import { chainProblems } from './signature-chain'
import { project } from './story-projection'
import { replay } from './story-replay'

export interface Problem {
  kind: 'database' | 'reference' | 'log' | 'sequence' | 'version' | 'projection' | 'index' | 'picture' | 'signature'
  subject: string // story, picture or table
  detail: string
}

const comparedColumns = [
  'kind', 'kindOrder', 'headline', 'shortTitle', 'source', 'editor', 'section', 'page', 'priority', 'characters', 'plannedLength', 'rank', 'format', 'desk', 'issue', 'wholeCharacters',
] as const satisfies readonly (keyof Projection)[]

/** Checks one story: its log, its versions, and what is derived from them. `mayLag`: another process may be deriving it right now. */
export function storyCheck({ stories, log, projections, versions, signatures, errors, checks, transaction }: Repositories, mayLag: boolean) {
  function sequenceProblems(number: StoryNumber, id: StoryId): string[] {
    const { snapshot, updates } = log.read(number)
    const first = (snapshot?.sequence ?? 0) + 1
    const gap = updates.find((update, index) => update.sequence !== first + index)
    const last = updates.at(-1)?.sequence ?? snapshot?.sequence ?? 0
    const expected = stories.state(id)?.lastSequence
    if (gap) return [`row ${gap.sequence}`]
    return last === expected ? [] : [`${last} ≠ ${expected}`]
  }

  function versionProblems(number: StoryNumber): string[] {
    return versions.states(number).flatMap(({ id, state }) => {
      try {
        Y.decodeUpdate(state)
        return []
      } catch (error) {
        return [`${id}: ${String(error)}`]
      }
    })
  }

  /** What was signed is as it was signed: the record, the chain, the texts, and where the story stands. */
  function signatureProblems(number: StoryNumber, id: StoryId): string[] {
    const signed = versions.ofStory(number).filter(isSignedHere).map(version => version.id)
    return chainProblems(signatures.ofStory(number), { stage: stories.summary(id)!.stage, signedHash: stories.signedHash(number), signed }, version => versions.state(id, version))
  }

  function derivedProblems(number: StoryNumber, id: StoryId, expected: Projection): Problem[] {
    const stored = projections.read(number)!
    const wrong: string[] = comparedColumns.filter(column => stored[column] !== expected[column])
    if (!isSame(errors.ofStory(number), expected.errors)) wrong.push('errors')
    const isIndexed = stored.indexedWords === hashOf(expected.words) && checks.isIndexed(number, expected.words)
    const columns = wrong.map(column => ({ kind: 'projection' as const, subject: id, detail: column }))
    return isIndexed ? columns : [...columns, { kind: 'index', subject: id, detail: 'words' }]
  }

  /** A long story's columns may be a second behind while another process writes it. */
  function isBehind(id: StoryId): boolean {
    const state = stories.state(id)
    return mayLag && state !== undefined && state.projectedSequence < state.lastSequence
  }

  /** One transaction, so that a process at work in the library is seen before or after a change, never in between. */
  return (number: StoryNumber, id: StoryId): Problem[] => transaction(() => {
    try {
      const doc = replay(log.read(number))
      return [
        ...sequenceProblems(number, id).map(detail => ({ kind: 'sequence' as const, subject: id, detail })),
        ...versionProblems(number).map(detail => ({ kind: 'version' as const, subject: id, detail })),
        ...signatureProblems(number, id).map(detail => ({ kind: 'signature' as const, subject: id, detail })),
        ...(isBehind(id) ? [] : derivedProblems(number, id, project(doc))),
      ]
    } catch (error) {
      return [{ kind: 'log', subject: id, detail: error instanceof Error ? error.message : String(error) }]
    }
  })
}
