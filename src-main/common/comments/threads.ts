import * as Y from 'yjs'
import { slipFields, type Slip } from '../document/slip'
import { threadsMap } from '../document/story-doc'

/** What is said in a thread, by whom and when (Unix milliseconds). */
export interface Remark { person: string, role: string, at: number, text: string }

/** What a thread is about: a stretch of the text (marked there with the thread's id; `place` is a Yjs position for when the words are gone) or a field of the slip. */
export type Subject = { kind: 'text', quote: string, place: unknown } | { kind: 'slip', field: keyof Slip }

export interface Thread { id: string, about: Subject, remarks: Remark[], resolved: { person: string, at: number } | null }

/** Every thread that can be read, oldest first. Threads are about the story, never part of it: nothing that prints or exports reads them. */
export function readThreads(doc: Y.Doc): Thread[] {
  return [...threadsMap(doc).entries()].flatMap(([id, entry]) => threadOf(id, entry) ?? []).sort((a, b) => a.remarks[0]!.at - b.remarks[0]!.at)
}

function threadOf(id: string, entry: unknown): Thread | undefined {
  if (!(entry instanceof Y.Map)) return undefined
  const [about, remarks] = [entry.get('about') as Subject | undefined, entry.get('remarks')]
  if (!about || !(remarks instanceof Y.Array) || remarks.length === 0) return undefined
  if (about.kind === 'slip' && !slipFields.includes(about.field)) return undefined
  return { id, about, remarks: (remarks as Y.Array<Remark>).toArray(), resolved: (entry.get('resolved') as Thread['resolved'] | undefined) ?? null }
}

export function beginThread(doc: Y.Doc, id: string, about: Subject, remark: Remark): void {
  doc.transact(() => {
    const [thread, remarks] = [new Y.Map<unknown>(), new Y.Array<Remark>()]
    remarks.push([remark])
    thread.set('about', about)
    thread.set('remarks', remarks)
    threadsMap(doc).set(id, thread)
  })
}

/** Adds to a thread; a resolved one is opened again by it. */
export function reply(doc: Y.Doc, id: string, remark: Remark): void {
  const thread = threadsMap(doc).get(id)
  if (!(thread instanceof Y.Map)) return
  doc.transact(() => {
    (thread.get('remarks') as Y.Array<Remark>).push([remark])
    thread.set('resolved', null)
  })
}

/** Closes a thread in a person's name, or opens it again with null. */
export function resolveThread(doc: Y.Doc, id: string, resolved: Thread['resolved']): void {
  const thread = threadsMap(doc).get(id)
  if (thread instanceof Y.Map) thread.set('resolved', resolved)
}

/** Calls back when anything is said or resolved; returns the function that ends it. */
export function followThreads(doc: Y.Doc, listener: () => void): () => void {
  const threads = threadsMap(doc)
  threads.observeDeep(listener)
  return () => threads.unobserveDeep(listener)
}

/** A part of a remark; with `person`, the words call somebody. */
export interface RemarkPart { text: string, person?: string }

/**
 * A remark in parts, those apart that call somebody with @. Chinese puts no space behind a name: the longest of `names` that stands there is meant, and where
 * none does, whatever stands before the next space or mark.
 */
export function partsOf(remark: string, names: readonly string[]): RemarkPart[] {
  const parts: RemarkPart[] = []
  const known = [...names].filter(name => name !== '').sort((a, b) => b.length - a.length)
  let rest = remark
  for (let at = rest.indexOf('@'); at >= 0; at = rest.indexOf('@', at + 1)) {
    const behind = rest.slice(at + 1)
    const person = known.find(name => begins(behind, name)) ?? /^[\p{L}\p{N}·]+/u.exec(behind)?.[0]
    if (person === undefined) continue
    parts.push({ text: rest.slice(0, at) }, { text: `@${person}`, person })
    rest = behind.slice(person.length)
    at = -1
  }
  return [...parts, { text: rest }].filter(({ text }) => text !== '')
}

/** A name in Latin letters is not the beginning of a longer word. */
const begins = (text: string, name: string) => text.startsWith(name) && !(/[A-Za-z0-9]$/.test(name) && /^[A-Za-z0-9]/.test(text.slice(name.length)))

/** The people a remark calls with @, of `names` or others. */
export const peopleCalled = (remark: string, names: readonly string[]): string[] => partsOf(remark, names).flatMap(({ person }) => person ?? [])

/** The @ that is being written before the cursor, and what stands behind it; undefined when none is. */
export function callAt(remark: string, cursor: number): { from: number, begun: string } | undefined {
  const begun = /@([\p{L}\p{N}·]*)$/u.exec(remark.slice(0, cursor))
  return begun ? { from: begun.index, begun: begun[1]! } : undefined
}
