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
  const latest = new Map<string, string>() // the person last written down, by story and client

  function lastPerson(key: string, story: StoryNumber, client: number): string | undefined {
    if (!latest.has(key)) {
      const found = writers.last(story, client)
      if (found) latest.set(key, found.person)
    }
    return latest.get(key)
  }

  function add(story: StoryNumber, writer: Writer): void {
    writers.add(story, writer)
    latest.set(`${story}:${writer.client}`, writer.person)
  }

  return {
    /** Of an update made here; it must be one that can be decoded. */
    note(story: StoryNumber, update: Uint8Array): void {
      const { name, role } = atDesk()
      for (const [client, clock] of beginnings(update)) {
        const last = lastPerson(`${story}:${client}`, story, client)
        if (last === name || (last === undefined && name === '')) continue
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

/** The first clock of each client an update brings something of. */
function beginnings(update: Uint8Array): Map<number, number> {
  const first = new Map<number, number>()
  for (const { id: { client, clock } } of Y.decodeUpdate(update).structs) first.set(client, Math.min(clock, first.get(client) ?? Infinity))
  return first
}
