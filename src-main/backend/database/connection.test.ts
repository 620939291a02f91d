import Database from 'better-sqlite3'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { afterTest, temporaryFolder } from '../testing/temporary-library'
import { assertDurable, connectCopy, connectDatabase, connectReading } from './connection'

it('writes with WAL and full synchronisation, whatever SQLite was built with', () => {
  const file = join(temporaryFolder(), 'library.db')
  for (let time = 0; time < 2; time++) {
    const db = connectDatabase(file)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
  }
})

it('does not work with a connection that could lose what it acknowledged', () => {
  const db = new Database(join(temporaryFolder(), 'library.db'))
  afterTest(() => db.close())
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  expect(() => assertDurable(db)).toThrow('synchronous = FULL')
})

it('reads full synchronisation back on connections of every kind', () => {
  const file = join(temporaryFolder(), 'library.db')
  for (const connect of [connectDatabase, connectReading, connectCopy]) {
    const db = connect(file)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    db.close()
  }
})

it('is the only place where the program opens a database', () => {
  const sources = globSync('src-main/**/*.ts').filter(file => !file.endsWith('.test.ts'))
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.filter(file => /new Database\(/.test(readFileSync(file, 'utf8')))).toEqual(['src-main/backend/database/connection.ts'])
})
