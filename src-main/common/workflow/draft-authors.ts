import type * as Y from 'yjs'
import { authorshipOf } from '../authorship/authorship'
import type { Writer } from '../authorship/writers'
import { readDecisions } from '../suggestions/decisions'
import type { Signature } from './signature'
import { wayOf } from './standing'

/** Whose words, written at the draft and not as a suggestion, stand in the final text: it is their own text. What was suggested and accepted makes nobody an author. */
export function draftAuthors(doc: Y.Doc, writers: readonly Writer[], record: readonly Signature[]): Set<string> {
  const accepted = readDecisions(doc).filter(({ verdict, added }) => verdict === 'accept' && added !== '')
  const isSuggested = (words: string, person: string) => accepted.some(({ added, stamp }) => stamp.person === person && added.includes(words))
  const written = authorshipOf(doc, writers).flatMap(({ passages }) => passages).filter(({ words, person, isSuggestion }) => !isSuggestion && words.trim() !== '' && !isSuggested(words, person))
  return new Set(written.filter(({ person, at }) => person !== '' && at !== null && stoodAtDraft(record, at)).map(({ person }) => person))
}

const stoodAtDraft = (record: readonly Signature[], at: number) => (wayOf(record).filter(signature => signature.at <= at).at(-1)?.to ?? 'draft') === 'draft'
