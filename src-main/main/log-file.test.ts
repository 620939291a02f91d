import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { logFile } from './log-file'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'qingyang-log-')) })
afterEach(() => rmSync(folder, { recursive: true }))

it('writes each entry with its time, and goes on where it left off', () => {
  const path = join(folder, 'logs', 'backend.log')
  logFile(path).write('first')
  logFile(path).write('second\n')
  expect(readFileSync(path, 'utf8')).toMatch(/^\S+Z first\n\S+Z second\n$/)
})

it('rotates at its size and keeps three older files', () => {
  const log = logFile(join(folder, 'x.log'), 10)
  for (let number = 1; number <= 6; number++) log.write(`entry ${number}`)
  expect(readdirSync(folder).sort()).toEqual(['x.log', 'x.log.1', 'x.log.2', 'x.log.3'])
  expect(readFileSync(join(folder, 'x.log'), 'utf8')).toContain('entry 6')
  expect(readFileSync(join(folder, 'x.log.3'), 'utf8')).toContain('entry 3')
})
