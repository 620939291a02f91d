import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { up as library } from './001-library'
import { up } from './002-page-desk'

function migrated() {
  const db = new Database(':memory:')
  library(db)
  db.exec(`
    INSERT INTO stories (number, id, kind, headline, created_at, updated_at, last_sequence, projected_sequence) VALUES
      (1, 'a', 'meeting-report', '开会', 1, 1, 4, 4), (2, 'b', 'news', '开工', 1, 1, 2, 2);`)
  up(db)
  return db
}

it('keeps the stories, and has those derived again that may have a rank by themselves', () => {
  expect(migrated().prepare('SELECT id, headline, rank, format, projected_sequence AS projected FROM stories ORDER BY number').all()).toEqual([
    { id: 'a', headline: '开会', rank: '', format: '', projected: -1 }, { id: 'b', headline: '开工', rank: '', format: '', projected: 2 },
  ])
})

it('takes planned pages, and lets placements go with their page or their story', () => {
  const db = migrated()
  db.exec(`
    INSERT INTO page_plans VALUES ('p', 'broadsheet', 'page', '临江日报', '2026-11-24', 'A01', '要闻', '闻达', 1), ('q', 'tabloid', 'page', '', '', '', '', '', 1);
    INSERT INTO page_placements VALUES ('p', 1, 1, 0, 4, 0, 40, 4, 'wider-column'), ('p', 2, 2, 4, 4, 0, 40, 3, 'wider-column'), ('q', 1, 2, 0, 3, 0, 20, 3, 'wider-gutters');
    DELETE FROM stories WHERE id = 'a'; DELETE FROM page_plans WHERE id = 'q';`)
  expect(db.prepare('SELECT plan, story, columns FROM page_placements').all()).toEqual([{ plan: 'p', story: 2, columns: 4 }])
  expect(() => db.exec(`INSERT INTO page_placements VALUES ('p', 3, 2, 0, 1, 0, 5, 1, 'wider-column')`)).toThrow('UNIQUE')
})

it('takes a format in millimetres and characters only', () => {
  const insert = migrated().prepare(`INSERT INTO page_formats VALUES ('f', '临江晚报', 275, 390, 235, 350, ?, 11, 86, 1, 9, 11.6, 3, 1)`)
  expect(() => insert.run('six')).toThrow('cannot store TEXT')
  expect(insert.run(6).changes).toBe(1)
})
