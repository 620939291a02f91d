import * as Y from 'yjs'
import { writerOf, type Writer } from '../../common/authorship/writers'
import type { Person } from '../../common/ipc/contract'
import type { Meeting } from '../../common/merging/meet'
import type { StoryNumber } from '../database/repositories/rows'
import type { WriterRepository } from '../database/repositories/writers'

/** Who answers for words that came from another library, when they were sent, and what is known there of who wrote them. */
export interface Incoming { known: readonly Writer[], sender: string, at: number }

/** Writes down, client by client, who sits at the desk when changes come in. */
export function writerRecord(writers: WriterRepository, atDesk: () => Pick<Person, 'name' | 'role'>) {
  const latest = new Map<string, Writer>() // the one of the highest clock, by story and client

  function lastWriter(story: StoryNumber, client: number): Writer | undefined {
    const key = `${story}:${client}`
    const last = latest.get(key) ?? writers.last(story, client)
    if (last) latest.set(key, last)
    return last
  }

  /** Who is written down for what the client wrote from this clock on. Updates may come in another order than they were made. */
  function personFrom(story: StoryNumber, client: number, clock: number): string | undefined {
    const last = lastWriter(story, client)
    return !last || last.clock <= clock ? last?.person : writerOf(writers.ofStory(story), client, clock)?.person
  }

  function add(story: StoryNumber, writer: Writer): void {
    writers.add(story, writer)
    const last = lastWriter(story, writer.client)
    if (!last || last.clock <= writer.clock) latest.set(`${story}:${writer.client}`, writer)
  }

  return {
    /** Of an update made here; it must be one that can be decoded. `known` says up to which clock what each client wrote was here before. */
    note(story: StoryNumber, update: Uint8Array, known: ReadonlyMap<number, number>): void {
      const { name, role } = atDesk()
      for (const [client, clock] of beginnings(update, known)) {
        const person = personFrom(story, client, clock)
        if (person === name || (person === undefined && name === '')) continue
        add(story, { client, clock, person: name, role, at: Date.now() })
      }
    },
    /** Of an update made in another library, all of it new here: `known` says who wrote what of it, `sender` answers for the rest. */
    noteIncoming(story: StoryNumber, update: Uint8Array, { known, sender, at }: Incoming): void {
      for (const [client, clock] of beginnings(update)) {
        const own = known.filter(writer => writer.client === client).sort((a, b) => a.clock - b.clock)
        const first = own.filter(writer => writer.clock <= clock).at(-1) ?? { client, person: sender, role: '', at }
        for (const writer of [{ ...first, clock }, ...own.filter(later => later.clock > clock)]) add(story, writer)
      }
    },
    /** Of words that putting two copies together wrote anew: they stay those of who wrote them. */
    noteRewritten(story: StoryNumber, rewritten: Meeting['rewritten'], at: number): void {
      const known = writers.ofStory(story)
      let person = ''
      for (const { is, was } of rewritten) {
        const writer = writerOf(known, was.client, was.clock) ?? { person: '', role: '', at }
        if (writer.person !== person) add(story, { ...is, person: writer.person, role: writer.role, at: writer.at })
        person = writer.person
      }
    },
  }
}

/** The first clock of each client an update brings something new of. */
function beginnings(update: Uint8Array, known: ReadonlyMap<number, number> = new Map()): Map<number, number> {
  const first = new Map<number, number>()
  for (const { id: { client, clock }, length } of Y.decodeUpdate(update).structs) {
    const least = known.get(client) ?? 0
    if (clock + length > least) first.set(client, Math.min(Math.max(clock, least), first.get(client) ?? Infinity))
  }
  return first
}
