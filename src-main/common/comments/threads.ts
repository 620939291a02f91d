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

/** The people a remark calls with @: names as they are written, to the next space or mark. */
export function peopleCalled(text: string): string[] {
  return [...text.matchAll(/@([\p{L}\p{N}·]+)/gu)].map(match => match[1]!)
}
