import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { up as library } from './001-library'
import { up as pageDesk } from './002-page-desk'
import { up } from './003-reviews'

function migrated() {
  const db = new Database(':memory:')
  library(db)
  pageDesk(db)
  db.exec(`
    INSERT INTO stories (number, id, stage, created_at, updated_at) VALUES (1, 'a', 'draft', 1, 1);
    INSERT INTO story_versions VALUES ('v', 1, '', 'signed', '甲', 'draft', '题', 2, x'00', 1);`)
  up(db)
  db.exec(`
    INSERT INTO story_signatures VALUES (1, 1, 'sign', '甲', '编辑', '', 'draft', 'first-review', '', 1, 'v', 'a', '', 'b');
    INSERT INTO story_locks VALUES (1, '甲', 1);`)
  return db
}

it('keeps stories where they stand, and lets their record go with them', () => {
  const db = migrated()
  expect(db.prepare('SELECT stage FROM stories').get()).toEqual({ stage: 'draft' })
  db.exec(`PRAGMA foreign_keys = ON; DELETE FROM stories`)
  expect(db.prepare('SELECT (SELECT count(*) FROM story_signatures) + (SELECT count(*) FROM story_locks) AS n').get()).toEqual({ n: 0 })
})

it('never changes a signature, and keeps the version it stands for', () => {
  const db = migrated()
  expect(() => db.exec(`UPDATE story_signatures SET opinion = '同意'`)).toThrow('never changes')
  expect(() => db.exec(`PRAGMA foreign_keys = ON; DELETE FROM story_versions`)).toThrow('FOREIGN KEY')
})
