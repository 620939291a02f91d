import { AppError } from '../../common/ipc/errors'
import type { StoryId } from '../../common/story/story'
import { wayOf } from '../../common/workflow/standing'
import type { Repositories } from '../database/repositories'
import type { PictureRow } from '../database/repositories/pictures'
import type { StoryNumber } from '../database/repositories/rows'
import { stateHashOf } from './signature-chain'
import { storyCheck, type Problem } from './story-check'
import { project } from './story-projection'
import { replay } from './story-replay'

export type { Problem }

export interface Verification { stories: number, pictures: number, problems: Problem[], repaired: Problem[], changedSinceSigned: StoryId[] }

export interface VerificationOptions {
  isWriter: boolean
  damagedPictures(): PictureRow[]
  beforeChecking(): void
}

const page = 500
const derivedKinds: readonly Problem['kind'][] = ['projection', 'index']

/** Holds everything derived against what it is derived from, and names each disagreement. */
export function verificationService(repositories: Repositories, { isWriter, damagedPictures, beforeChecking }: VerificationOptions) {
  const { stories, log, projections, pictures, signatures, checks, transaction } = repositories
  const checkStory = storyCheck(repositories, !isWriter)

  function check(onStory: (number: StoryNumber, id: StoryId, problems: Problem[]) => void): Omit<Verification, 'repaired'> {
    const problems = fileProblems()
    const changedSinceSigned: StoryId[] = []
    let counted = 0
    for (let last = 0 as StoryNumber, found = stories.after(last, page); found.length > 0; found = stories.after(last, page)) {
      for (const { number, id } of found) {
        const ofStory = checkStory(number, id)
        problems.push(...ofStory)
        if (isChangedSinceSigned(number)) changedSinceSigned.push(id)
        onStory(number, id, ofStory)
      }
      counted += found.length
      last = found.at(-1)!.number
    }
    problems.push(...damagedPictures().map(picture => ({ kind: 'picture' as const, subject: picture.hash, detail: picture.mediaType })))
    return { stories: counted, pictures: pictures.all().length, problems, changedSinceSigned }
  }

  /** No fault: a late change, which someone is to sign. A log that cannot be read is reported as such. */
  function isChangedSinceSigned(number: StoryNumber): boolean {
    const last = wayOf(signatures.ofStory(number)).at(-1)
    try {
      return last !== undefined && last.stateHash !== stateHashOf(replay(log.read(number)))
    } catch {
      return false // the story's own check names the damage
    }
  }

  function fileProblems(): Problem[] {
    return [
      ...checks.integrity().map(detail => ({ kind: 'database' as const, subject: 'library.db', detail })),
      ...checks.brokenReferences().map(detail => ({ kind: 'reference' as const, subject: 'library.db', detail })),
      ...checks.strays().map(id => ({ kind: 'index' as const, subject: `#${id}`, detail: 'no such story' })),
    ]
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
