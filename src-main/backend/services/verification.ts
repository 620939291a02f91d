import * as Y from 'yjs'
import { AppError } from '../../common/ipc/errors'
import type { StoryId } from '../../common/story/story'
import type { Repositories } from '../database/repositories'
import type { PictureRow } from '../database/repositories/pictures'
import { hashOf, type Projection } from '../database/repositories/projections'
import type { StoryNumber } from '../database/repositories/rows'
import { project } from './story-projection'
import { replay } from './story-replay'

export interface Problem {
  kind: 'database' | 'reference' | 'log' | 'sequence' | 'version' | 'projection' | 'index' | 'picture'
  subject: string // story, picture or table
  detail: string
}

export interface Verification { stories: number, pictures: number, problems: Problem[], repaired: Problem[] }

export interface VerificationOptions {
  isWriter: boolean
  damagedPictures(): PictureRow[]
  beforeChecking(): void
}

const page = 500
const derivedKinds: readonly Problem['kind'][] = ['projection', 'index']
const comparedColumns = [
  'kind', 'kindOrder', 'headline', 'shortTitle', 'source', 'editor', 'section', 'page', 'priority', 'characters', 'plannedLength',
] as const satisfies readonly (keyof Projection)[]

/** Holds everything derived against what it is derived from, and names each disagreement. */
export function verificationService(repositories: Repositories, { isWriter, damagedPictures, beforeChecking }: VerificationOptions) {
  const { stories, log, projections, versions, pictures, checks, transaction } = repositories

  function check(onStory: (number: StoryNumber, id: StoryId, problems: Problem[]) => void): Omit<Verification, 'repaired'> {
    const problems: Problem[] = [
      ...checks.integrity().map(detail => ({ kind: 'database' as const, subject: 'library.db', detail })),
      ...checks.brokenReferences().map(detail => ({ kind: 'reference' as const, subject: 'library.db', detail })),
      ...checks.strays().map(id => ({ kind: 'index' as const, subject: `#${id}`, detail: 'no such story' })),
    ]
    let counted = 0
    for (let last = 0 as StoryNumber, found = stories.after(last, page); found.length > 0; found = stories.after(last, page)) {
      for (const { number, id } of found) {
        const ofStory = checkStory(number, id)
        problems.push(...ofStory)
        onStory(number, id, ofStory)
      }
      counted += found.length
      last = found.at(-1)!.number
    }
    problems.push(...damagedPictures().map(picture => ({ kind: 'picture' as const, subject: picture.hash, detail: picture.mediaType })))
    return { stories: counted, pictures: pictures.all().length, problems }
  }

  /** One transaction, so that a process at work in the library is seen before or after a change, never in between. */
  function checkStory(number: StoryNumber, id: StoryId): Problem[] {
    return transaction(() => {
      const problem = (kind: Problem['kind'], detail: string): Problem => ({ kind, subject: id, detail })
      try {
        const doc = replay(log.read(number))
        return [
          ...checkSequence(number, id).map(detail => problem('sequence', detail)),
          ...checkVersions(number).map(detail => problem('version', detail)),
          ...(isBehind(id) ? [] : checkDerived(number, project(doc), problem)),
        ]
      } catch (error) {
        return [problem('log', error instanceof Error ? error.message : String(error))]
      }
    })
  }

  /** A long story's columns may lag a second behind while another process writes it. */
  function isBehind(id: StoryId): boolean {
    const state = stories.state(id)
    return !isWriter && state !== undefined && state.projectedSequence < state.lastSequence
  }

  function checkSequence(number: StoryNumber, id: StoryId): string[] {
    const { snapshot, updates } = log.read(number)
    const first = (snapshot?.sequence ?? 0) + 1
    const gap = updates.find((update, index) => update.sequence !== first + index)
    const last = updates.at(-1)?.sequence ?? snapshot?.sequence ?? 0
    const expected = stories.state(id)?.lastSequence
    if (gap) return [`row ${gap.sequence}`]
    return last === expected ? [] : [`${last} ≠ ${expected}`]
  }

  function checkVersions(number: StoryNumber): string[] {
    return versions.states(number).flatMap(({ id, state }) => {
      try {
        Y.decodeUpdate(state)
        return []
      } catch (error) {
        return [`${id}: ${String(error)}`]
      }
    })
  }

  function checkDerived(number: StoryNumber, expected: Projection, problem: (kind: Problem['kind'], detail: string) => Problem): Problem[] {
    const stored = projections.read(number)!
    const wrong = comparedColumns.filter(column => stored[column] !== expected[column])
    const isIndexed = stored.indexedWords === hashOf(expected.words) && checks.isIndexed(number, expected.words)
    return [...wrong.map(column => problem('projection', column)), ...(isIndexed ? [] : [problem('index', 'words')])]
  }

  function repairStory(number: StoryNumber, id: StoryId): void {
    transaction(() => {
      const derived = project(replay(log.read(number)))
      projections.write(number, stories.state(id)!.lastSequence, derived)
      projections.reindex(number, derived.words)
    })
  }

  return {
    verify(): Verification {
      beforeChecking()
      return { ...check(() => undefined), repaired: [] }
    },
    /** Derives again what does not agree; what is left after that cannot be derived. */
    repair(): Verification {
      if (!isWriter) throw new AppError('read-only', 'The library is in use by another process', { cause: 'locked' })
      beforeChecking()
      checks.strays().forEach(checks.removeStray)
      const repaired: Problem[] = []
      check((number, id, problems) => {
        const derived = problems.filter(problem => derivedKinds.includes(problem.kind))
        if (derived.length > 0) repairStory(number, id)
        repaired.push(...derived)
      })
      return { ...check(() => undefined), repaired }
    },
  }
}
