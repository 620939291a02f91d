import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { Stage, VersionId } from '../../common/story/story'
import { signedWords, type Signature } from '../../common/workflow/signature'
import { signedState } from '../../common/workflow/signed-state'

const sha256 = (words: string) => createHash('sha256').update(words).digest('hex')

export const stateHashOf = (doc: Y.Doc): string => sha256(signedState(doc))

/** The next line of a record, bound to the one before it. */
export function chained(record: readonly Signature[], signature: Omit<Signature, 'position' | 'previous' | 'hash'>): Signature {
  const whole = { ...signature, position: record.length + 1, previous: record.at(-1)?.hash ?? '' }
  return { ...whole, hash: sha256(signedWords(whole)) }
}

/** Everything about a record that is no longer as it was signed; `stage` is where the story is said to stand. */
export function chainProblems(record: readonly Signature[], stage: Stage, versionState: (id: VersionId) => Uint8Array | undefined): string[] {
  const problems = record.flatMap((signature, index) => {
    const { position, previous, hash, version, stateHash } = signature
    const state = versionState(version)
    return [
      ...position === index + 1 && previous === (record[index - 1]?.hash ?? '') ? [] : [`${position}: chain`],
      ...hash === sha256(signedWords(signature)) ? [] : [`${position}: signature`],
      ...state && stateHash === hashOfState(state) ? [] : [`${position}: text`],
    ]
  })
  const reached = record.at(-1)?.to ?? 'draft'
  return reached === stage ? problems : [...problems, `${reached} ≠ ${stage}`]
}

/** The hash of a stored state; undefined when it cannot be read. */
function hashOfState(state: Uint8Array): string | undefined {
  try {
    return stateHashOf(docOf(state))
  } catch {
    return undefined // reported as changed text, and as a version that cannot be read
  }
}

export function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}
