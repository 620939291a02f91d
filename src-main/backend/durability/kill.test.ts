import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lostOf, readAcknowledged, type Acknowledged } from './acknowledged'
import { inspectLibrary } from './inspect'
import { buildWriter, startWriter, type Writer } from './writer-program'

const kills = 200
const killsBetweenInspections = 20
const longestLife = 150 // milliseconds
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'qingyang-kill-')))
const library = join(folder, 'library')
let program: string

beforeAll(async () => {
  mkdirSync(library)
  program = await buildWriter(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Kills half of the writers while they open the library or write, the others once something is acknowledged. */
async function writeUntilKilled(writer: Writer, kill: number): Promise<Acknowledged[]> {
  writer.begin()
  if (kill % 2 === 0) await writer.hasPrinted
  await pause(Math.random() * longestLife)
  writer.kill()
  const { end, printed, complaints } = await writer.end()
  expect({ end, complaints }).toEqual({ end: 'SIGKILL', complaints: '' })
  return readAcknowledged(printed)
}

async function expectEverything(acknowledged: readonly Acknowledged[]): Promise<void> {
  const { stored, integrity, problems } = await inspectLibrary(library)
  expect(lostOf(acknowledged, stored)).toEqual([])
  expect(integrity).toBe('ok')
  expect(problems).toEqual([])
}

it(`loses nothing it acknowledged when it is killed ${kills} times while writing`, async () => {
  const acknowledged: Acknowledged[] = []
  let killsAfterSaving = 0
  let next = startWriter(program, [library, 1])
  for (let kill = 1; kill <= kills; kill++) {
    const writer = next
    if (kill < kills) next = startWriter(program, [library, kill + 1]) // loads its code meanwhile
    const changes = await writeUntilKilled(writer, kill)
    if (changes.length > 0) killsAfterSaving++
    acknowledged.push(...changes)
    if (kill % killsBetweenInspections === 0) await expectEverything(acknowledged)
  }
  expect(killsAfterSaving).toBeGreaterThanOrEqual(kills / 2)
  expect(acknowledged.length).toBeGreaterThan(kills)
}, 600_000)
