import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lostOf, readAcknowledged } from './acknowledged'
import { inspectLibrary } from './inspect'
import { fates, filesAfterCut, readTrace, type Operation } from './power-cut'
import { seeded } from './seeded'
import { buildWriter, startWriter } from './writer-program'

const cuts = 100
const sittings = 3
const linesOfASitting = 40
const canPreload = process.platform === 'linux' // LD_PRELOAD; other systems' disks lose power in the same way

describe.runIf(canPreload)('a power cut', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'qingyang-power-cut-')))
  const afterwards = join(folder, 'afterwards')
  let operations: Operation[]

  beforeAll(async () => {
    operations = readTrace(await traceOfWriting(folder))
    mkdirSync(afterwards)
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  function cutAfter(count: number, number: number): Operation[] {
    const before = operations.slice(0, count)
    for (const file of readdirSync(afterwards).filter(name => name.startsWith('library'))) rmSync(join(afterwards, file))
    const files = filesAfterCut(before, fates[number % fates.length]!, seeded(number))
    for (const [name, content] of files) writeFileSync(join(afterwards, name), content)
    return before
  }

  it('is replayed from a trace of all that makes a library durable', () => {
    const count = (kind: Operation['kind'], name: string) => operations.filter(operation => operation.kind === kind && operation.name === name).length
    expect(count('printed', '')).toBeGreaterThan(500)
    expect(count('sync', 'library.db-wal')).toBeGreaterThan(100)
    expect(count('sync', 'library.db')).toBeGreaterThanOrEqual(sittings)
    expect(count('unlink', 'library.db-wal')).toBe(sittings)
  })

  it(`loses nothing acknowledged, ${cuts} times`, async () => {
    const random = seeded(2026)
    for (let number = 0; number < cuts; number++) {
      const before = cutAfter(Math.floor(random() * (operations.length + 1)), number)
      const acknowledged = readAcknowledged(before.filter(operation => operation.kind === 'printed').map(operation => operation.bytes.toString()).join(''))
      const { stored, integrity, problems } = await inspectLibrary(afterwards)
      const lost = lostOf(acknowledged, stored)
      expect({ number, integrity, lost, problems }).toEqual({ number, integrity: 'ok', lost: [], problems: [] })
    }
  }, 300_000)
})

/** Writes a library in several sittings with the shim preloaded. */
async function traceOfWriting(folder: string): Promise<Buffer> {
  const program = await buildWriter(folder)
  const shim = join(folder, 'power-cut-shim.so')
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', shim, resolve('src-main/backend/durability/power-cut-shim.c'), '-ldl', '-lpthread'])
  const library = join(folder, 'library')
  const trace = join(folder, 'trace')
  for (let sitting = 1; sitting <= sittings; sitting++) {
    const writer = startWriter(program, [library, sitting, linesOfASitting], { LD_PRELOAD: shim, POWER_CUT_FOLDER: library, POWER_CUT_TRACE: trace })
    writer.begin()
    const { end, complaints } = await writer.end()
    expect({ end, complaints }).toEqual({ end: 0, complaints: '' })
  }
  return readFileSync(trace)
}
