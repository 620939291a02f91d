import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { up } from './001-library'

function library() {
  const db = new Database(':memory:')
  up(db)
  db.exec(`
    INSERT INTO stories (number, id, created_at, updated_at) VALUES (1, 'a', 1, 1);
    INSERT INTO story_updates VALUES (1, 1, x'00', '甲', 1);
    INSERT INTO story_snapshots VALUES (1, 1, x'00', 1);
    INSERT INTO story_versions VALUES ('v', 1, '送审', 'kept', '甲', 'draft', '题', 2, x'00', 1);
    INSERT INTO story_imports VALUES (1, 'a.txt', '[]', '[]', 1);`)
  return db
}

it('takes a story with its log, versions and import, and lets them go together', () => {
  const db = library()
  db.exec('DELETE FROM stories')
  for (const table of ['story_updates', 'story_snapshots', 'story_versions', 'story_imports']) {
    expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 })
  }
})

it('never changes a version', () => {
  expect(() => library().exec(`UPDATE story_versions SET name = '终审'`)).toThrow('never changes')
})

it('takes only what its columns are for', () => {
  expect(() => library().exec(`INSERT INTO stories (id, created_at, updated_at) VALUES ('b', 'yesterday', 1)`)).toThrow('cannot store TEXT')
  expect(() => library().exec(`INSERT INTO story_updates VALUES (99, 1, x'00', '甲', 1)`)).toThrow('FOREIGN KEY')
})
