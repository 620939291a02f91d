import Database from 'better-sqlite3'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { afterTest, temporaryFolder } from '../testing/temporary-library'
import type { Db } from './connection'
import { schemaVersion } from './migrate'
import { migrations, type Migration } from './migrations'
import { libraryFile, openLibrary, type OpenOptions } from './open'

const addColumn: Migration = { name: 'notes', up: db => db.exec('ALTER TABLE stories ADD COLUMN note TEXT') }
const failing: Migration = { name: 'failing', up: db => { db.exec('CREATE TABLE half (a) STRICT') } } // STRICT wants a type
const next = [...migrations, addColumn]

async function open(folder: string, options: OpenOptions = {}) {
  const library = await openLibrary(folder, { lockWait: 0, ...options })
  afterTest(() => { if (library.db.open) library.close() })
  return library
}

const addStory = (db: Db) => db.prepare(`INSERT INTO stories (id, created_at, updated_at) VALUES ('a', 1, 1)`).run()

it('makes a library and records the steps it took', async () => {
  const { db } = await open(temporaryFolder())
  expect(db.prepare('SELECT version, name FROM migrations').all()).toEqual(migrations.map(({ name }, index) => ({ version: index + 1, name })))
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
})

it('backs an existing library up before it changes its format, and keeps what is in it', async () => {
  const folder = temporaryFolder()
  const old = await open(folder)
  addStory(old.db)
  old.close()
  const { db } = await open(folder, { known: next })
  expect(db.prepare('SELECT id, note FROM stories').all()).toEqual([{ id: 'a', note: null }])
  const backup = readdirSync(folder).find(name => name.startsWith(`library-format-${migrations.length}-`))!
  const copy = new Database(join(folder, backup), { readonly: true })
  afterTest(() => copy.close())
  expect(copy.prepare('SELECT count(*) AS n FROM stories').get()).toEqual({ n: 1 })
  expect(schemaVersion(copy)).toBe(migrations.length)
})

it('leaves no trace of a step that fails', async () => {
  const folder = temporaryFolder()
  const old = await open(folder)
  old.close()
  await expect(open(folder, { known: [...next, failing] })).rejects.toThrow()
  const { db } = await open(folder, { known: next })
  expect(schemaVersion(db)).toBe(next.length)
  expect(db.prepare(`SELECT name FROM sqlite_schema WHERE name = 'half'`).get()).toBeUndefined()
})

it('refuses a library of a newer program and does not touch it', async () => {
  const folder = temporaryFolder()
  const newer = await open(folder, { known: next })
  newer.close()
  const before = readFileSync(join(folder, libraryFile))
  await expect(open(folder)).rejects.toMatchObject({ code: 'newer-library', details: { format: next.length, known: migrations.length } })
  expect(readFileSync(join(folder, libraryFile)).equals(before)).toBe(true)
})

it('refuses files that are no library', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, libraryFile), '这不是资料库'.repeat(1000))
  await expect(open(folder)).rejects.toMatchObject({ code: 'damaged-library' })
  const other = temporaryFolder()
  const db = new Database(join(other, libraryFile))
  db.exec('CREATE TABLE recipes (name TEXT)')
  db.close()
  await expect(open(other)).rejects.toMatchObject({ code: 'damaged-library' })
})

it('gives the right to change stories to one at a time', async () => {
  const folder = temporaryFolder()
  const first = await open(folder)
  const second = await open(folder)
  expect([first.isWriter, second.isWriter]).toEqual([true, false])
  first.close()
  expect((await open(folder)).isWriter).toBe(true)
})

it('does not change the format under a process that uses it', async () => {
  const folder = temporaryFolder()
  await open(folder)
  await expect(open(folder, { known: next })).rejects.toMatchObject({ code: 'read-only' })
})

it('says so when the folder cannot be made', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  await expect(open(join(file, 'library'))).rejects.toMatchObject({ code: 'storage-failed' })
  expect(existsSync(file)).toBe(true)
})
