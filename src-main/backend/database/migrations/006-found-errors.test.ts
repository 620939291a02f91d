import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { up as library } from './001-library'
import { up as pageDesk } from './002-page-desk'
import { up as reviews } from './003-reviews'
import { up as storyWriters } from './004-story-writers'
import { up as signedChecks } from './005-signed-checks'
import { up } from './006-found-errors'

it('keeps the stories, has them derived again, and lets their errors go with them', () => {
  const db = new Database(':memory:')
  for (const earlier of [library, pageDesk, reviews, storyWriters, signedChecks]) earlier(db)
  db.exec(`INSERT INTO stories (number, id, headline, created_at, updated_at, last_sequence, projected_sequence) VALUES (1, 'a', '开工', 1, 1, 2, 2)`)
  up(db)
  expect(db.prepare('SELECT headline, desk, issue, projected_sequence AS projected FROM stories').all()).toEqual([{ headline: '开工', desk: '', issue: '', projected: -1 }])
  db.exec(`INSERT INTO story_errors VALUES (1, 'x', 1, 'first-proof', '钱校', 'insert', 'text', 'paragraph', '', '了')`)
  db.exec('PRAGMA foreign_keys = ON; DELETE FROM stories')
  expect(db.prepare('SELECT count(*) AS n FROM story_errors').get()).toEqual({ n: 0 })
})
