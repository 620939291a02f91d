import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrations } from '.'

it('keeps the stories that are there, with one fit each that goes with its story', () => {
  const db = new Database(':memory:')
  for (const { name, up } of migrations) {
    if (name === 'story-fits') db.exec(`INSERT INTO stories (number, id, created_at, updated_at) VALUES (1, 'a', 1, 1), (2, 'b', 1, 1)`)
    up(db)
  }
  expect(db.prepare('SELECT count(*) AS n FROM stories').get()).toEqual({ n: 2 })
  db.exec(`INSERT INTO story_fits VALUES (1, 4, 'slot', '', 96, 104, 8, 0), (2, 1, 'slot', 'tabloid', 96, 90, 0, 6)`)
  expect(() => db.exec(`INSERT INTO story_fits VALUES (1, 5, 'slot', '', 96, 97, 1, 0)`)).toThrow('UNIQUE')
  db.exec(`PRAGMA foreign_keys = ON; DELETE FROM stories WHERE number = 1`)
  expect(db.prepare('SELECT story FROM story_fits').all()).toEqual([{ story: 2 }])
})
