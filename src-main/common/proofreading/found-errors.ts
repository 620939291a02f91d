import type * as Y from 'yjs'
import { readSlip } from '../document/slip-map'
import { readText } from '../document/story-doc'
import { changesOf } from '../suggestions/changes'
import { readDecisions } from '../suggestions/decisions'
import { errorClasses, guessClass, weighed, type ErrorClass, type FoundError, type WeighedChange } from './error-rate'

const classesMap = (doc: Y.Doc) => doc.getMap<ErrorClass>('errorClasses')

/** Says of what class an error is, in place of the guess. */
export function classify(doc: Y.Doc, id: string, kind: ErrorClass): void {
  classesMap(doc).set(id, kind)
}

/** The errors that reviews and proofs of a story found: suggestions that stand or were accepted, oldest first. */
export function foundErrors(doc: Y.Doc): FoundError[] {
  const names = readSlip(doc).byline.map(({ name }) => name.trim())
  const found = new Map<string, WeighedChange>()
  for (const { verdict, stamp, kind, removed, added, part } of readDecisions(doc)) {
    if (verdict === 'accept') found.set(stamp.id, { kind, removed, added, part: part ?? 'paragraph', person: stamp.person, pass: stamp.pass, at: stamp.at })
  }
  for (const { stamp, kind, removed, added, part } of changesOf(readText(doc))) found.set(stamp.id, { kind, removed, added, part, person: stamp.person, pass: stamp.pass, at: stamp.at })
  const given = classesMap(doc)
  return weighed([...found].filter(([, { pass }]) => pass !== 'draft').sort((a, b) => a[1].at - b[1].at).map(([id, change]) => {
    const chosen = given.get(id)
    return { ...change, id, class: chosen && errorClasses.includes(chosen) ? chosen : guessClass(change, names) }
  }))
}
