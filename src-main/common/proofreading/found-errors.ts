import type * as Y from 'yjs'
import type { Stamp } from '../document/stamp'
import type { Slip } from '../document/slip'
import { readSlip } from '../document/slip-map'
import { readText } from '../document/story-doc'
import { changesOf, type Change } from '../suggestions/changes'
import { readDecisions } from '../suggestions/decisions'
import { errorClasses, guessClass, weighed, type ErrorClass, type FoundError } from './error-rate'

export const classesMapName = 'errorClasses'

const classesMap = (doc: Y.Doc) => doc.getMap<ErrorClass>(classesMapName)

/** Says of what class an error is, in place of the guess. */
export function classify(doc: Y.Doc, id: string, kind: ErrorClass): void {
  classesMap(doc).set(id, kind)
}

/** The errors that reviews and proofs of a story found: suggestions that stand or were accepted, oldest first. `text` is the story's, when it is at hand. */
export function foundErrors(doc: Y.Doc, text = readText(doc)): FoundError[] {
  const slip = readSlip(doc)
  const names = Array.isArray(slip.byline) ? slip.byline.map(({ name }) => String(name).trim()) : []
  const issue = issueOf(slip)
  const found = new Map<string, Omit<Change, 'from' | 'to' | 'part'> & { part?: string }>()
  for (const decision of readDecisions(doc)) {
    if (!decision || decision.kind === 'slip' || !isStamp(decision.stamp)) continue
    if (decision.verdict === 'accept') found.set(decision.stamp.id, decision)
    else found.delete(decision.stamp.id) // what was accepted, taken back and then rejected
  }
  for (const change of changesOf(text)) if (isStamp(change.stamp)) found.set(change.stamp.id, change)
  const given = classesMap(doc)
  return weighed([...found.values()].filter(({ stamp }) => stamp.pass !== 'draft').sort(({ stamp: a }, { stamp: b }) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ stamp: { id, person, pass, at }, kind, removed, added, part = 'paragraph', names: nodes }) => {
    const chosen = given.get(id)
    return { id, kind, removed, added, part, person, pass, at, issue, class: chosen && errorClasses.includes(chosen) ? chosen : guessClass({ kind, removed, added, names: nodes }, names) }
  }))
}

/** An update may put anything into a story. */
const isStamp = (stamp: Partial<Stamp> | undefined) => [stamp?.id, stamp?.person, stamp?.pass].every(part => typeof part === 'string') && Number.isSafeInteger(stamp?.at)

/** The day of the issue a story is for, as YYYY-MM-DD; empty while the slip does not say. */
export const issueOf = ({ publishedAt }: Slip): string => /^\d{4}-\d{2}-\d{2}/.exec(String(publishedAt))?.[0] ?? ''
