import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { up as library } from './001-library'
import { up as pageDesk } from './002-page-desk'
import { up as reviews } from './003-reviews'
import { up as storyWriters } from './004-story-writers'
import { up } from './005-signed-checks'

it('keeps the signatures that are there as they are, none of them a check, and the hash each record ends with', () => {
  const db = new Database(':memory:')
  for (const earlier of [library, pageDesk, reviews, storyWriters]) earlier(db)
  db.exec(`
    INSERT INTO stories (number, id, created_at, updated_at) VALUES (1, 'a', 1, 1), (2, 'b', 1, 1);
    INSERT INTO story_versions VALUES ('v', 1, '', 'signed', '甲', 'draft', '题', 2, x'00', 1);
    INSERT INTO story_signatures VALUES
      (1, 1, 'sign', '甲', '编辑', '', 'draft', 'first-review', '', 1, 'v', 'a', '', 'first'),
      (1, 2, 'sign', '乙', '编辑', '', 'first-review', 'second-review', '同意', 2, 'v', 'a', 'first', 'second');`)
  up(db)
  expect(db.prepare('SELECT position, hash, checked FROM story_signatures ORDER BY position').all()).toEqual([
    { position: 1, hash: 'first', checked: '' }, { position: 2, hash: 'second', checked: '' },
  ])
  expect(db.prepare('SELECT signed_hash AS hash FROM stories ORDER BY number').all()).toEqual([{ hash: 'second' }, { hash: '' }])
  expect(() => db.exec(`UPDATE story_signatures SET checked = '{}'`)).toThrow('never changes')
})
