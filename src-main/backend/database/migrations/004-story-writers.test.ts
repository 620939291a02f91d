import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { up as library } from './001-library'
import { up as pageDesk } from './002-page-desk'
import { up as reviews } from './003-reviews'
import { up } from './004-story-writers'

it('keeps the stories that are there, and lets their writers go with them', () => {
  const db = new Database(':memory:')
  for (const earlier of [library, pageDesk, reviews]) earlier(db)
  db.exec(`INSERT INTO stories (number, id, created_at, updated_at) VALUES (1, 'a', 1, 1)`)
  up(db)
  db.exec(`INSERT INTO story_writers VALUES (1, 4294967295, 0, '甲', '编辑', 1)`)
  expect(() => db.exec(`INSERT INTO story_writers VALUES (1, 4294967295, 0, '乙', '', 2)`)).toThrow('UNIQUE')
  db.exec(`PRAGMA foreign_keys = ON; DELETE FROM stories`)
  expect(db.prepare('SELECT count(*) AS n FROM story_writers').get()).toEqual({ n: 0 })
})
