import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrations } from '.'

it('keeps the stories that stand on pages, set as they were', () => {
  const db = new Database(':memory:')
  for (const { name, up } of migrations) {
    if (name === 'placement-templates') {
      db.exec(`INSERT INTO stories (number, id, created_at, updated_at) VALUES (1, 'a', 1, 1);
        INSERT INTO page_plans VALUES ('front', 'broadsheet', 'page', '', '', '', '', '', 1);
        INSERT INTO page_placements VALUES ('front', 0, 1, 0, 4, 0, 40, 3, 'wider-column')`)
    }
    up(db)
  }
  expect(db.prepare('SELECT story, lines, remainder, template FROM page_placements').all()).toEqual([{ story: 1, lines: 40, remainder: 'wider-column', template: 'slot' }])
})
