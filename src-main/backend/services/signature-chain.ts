import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { CorrectionRow } from '../../common/proofreading/correction-list'
import type { Stage, VersionId } from '../../common/story/story'
import { signedWords, type Signature } from '../../common/workflow/signature'
import { markedState, signedState } from '../../common/workflow/signed-state'

const sha256 = (words: string) => createHash('sha256').update(words).digest('hex')

export const stateHashOf = (doc: Y.Doc): string => sha256(signedState(doc))
export const markedHashOf = (doc: Y.Doc): string => sha256(markedState(doc))
export const listHashOf = (rows: readonly CorrectionRow[]): string => sha256(JSON.stringify(rows))

/** The next line of a record, bound to the one before it. */
export function chained(record: readonly Signature[], signature: Omit<Signature, 'position' | 'previous' | 'hash'>): Signature {
  const whole = { ...signature, position: record.length + 1, previous: record.at(-1)?.hash ?? '' }
  return { ...whole, hash: sha256(signedWords(whole)) }
}

type VersionState = (id: VersionId) => Uint8Array | undefined

/** What is said of a record beside it: where the story stands, the hash of the last signature, and the versions kept under one. */
export interface RecordFacts { stage: Stage, signedHash: string, signed: readonly VersionId[] }

/** Everything about a record that is no longer as it was signed. */
export function chainProblems(record: readonly Signature[], { stage, signedHash, signed }: RecordFacts, versionState: VersionState): string[] {
  const problems = record.flatMap((signature, index) => {
    const { position, previous, hash, version, stateHash } = signature
    return [
      ...position === index + 1 && previous === (record[index - 1]?.hash ?? '') ? [] : [`${position}: chain`],
      ...hash === sha256(signedWords(signature)) ? [] : [`${position}: signature`],
      ...stateHash === hashOfState(versionState(version), stateHashOf) ? [] : [`${position}: text`],
      ...isCheckSound(signature, versionState) ? [] : [`${position}: check`],
    ]
  })
  const unsigned = signed.filter(id => record.every(({ version }) => version !== id)).map(id => `${id}: no signature`)
  const last = record.at(-1)
  const reached = last?.to ?? 'draft'
  return [...problems, ...unsigned, ...reached === stage ? [] : [`${reached} ≠ ${stage}`], ...(last?.hash ?? '') === signedHash ? [] : ['end']]
}

/** Both proofs of a signed 核红 list and the list itself are what they were. */
function isCheckSound({ action, check, version }: Signature, versionState: VersionState): boolean {
  if (!check) return action !== 'check'
  const { earlier, earlierHash, laterHash, listHash, rows } = check
  return listHash === listHashOf(rows) && earlierHash === hashOfState(versionState(earlier), markedHashOf) && laterHash === hashOfState(versionState(version), markedHashOf)
}

/** The hash of a stored state; undefined when there is none, or it cannot be read. */
function hashOfState(state: Uint8Array | undefined, hash: (doc: Y.Doc) => string): string | undefined {
  if (!state) return
  try {
    return hash(docOf(state))
  } catch {
    return undefined // reported as changed text, and as a version that cannot be read
  }
}

export function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}
