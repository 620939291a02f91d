import * as Y from 'yjs'
import type { Person } from '../../common/ipc/contract'
import type { StoryNumber } from '../database/repositories/rows'
import type { WriterRepository } from '../database/repositories/writers'

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

  /** `update` must be one that can be decoded. */
  return function note(story: StoryNumber, update: Uint8Array): void {
    const { name, role } = atDesk()
    for (const [client, clock] of beginnings(update)) {
      const key = `${story}:${client}`
      const last = lastPerson(key, story, client)
      if (last === name || (last === undefined && name === '')) continue
      writers.add(story, { client, clock, person: name, role, at: Date.now() })
      latest.set(key, name)
    }
  }
}

/** The first clock of each client an update brings something of. */
function beginnings(update: Uint8Array): Map<number, number> {
  const first = new Map<number, number>()
  for (const { id: { client, clock } } of Y.decodeUpdate(update).structs) first.set(client, Math.min(clock, first.get(client) ?? Infinity))
  return first
}
