import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { indexQuery, indexTokens } from './search-text'

const pieces = ['江', '水', '上', '涨', 'A', 'ａ', 'b', '1', '１', '，', ',', '。', '"', '*', ' ', '　', '\n', '𠮷', 'é', '〇', "'", '-', '(', '）']
const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map(list => list.join(''))
const plain = (value: string) => value.normalize('NFKC').toLowerCase()

it('finds any run of characters of any length, and nothing else', () => {
  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE texts USING fts5(words, content = '', contentless_delete = 1, tokenize = 'ascii')`)
  const replace = db.prepare('INSERT OR REPLACE INTO texts (rowid, words) VALUES (1, ?)')
  const match = db.prepare('SELECT 1 FROM texts WHERE texts MATCH ?')
  fc.assert(fc.property(text, text, (stored, filter) => {
    replace.run(indexTokens(stored))
    const query = indexQuery(filter)
    const wanted = plain(filter).split(/\s+/u).filter(word => word !== '')
    const isHeld = wanted.every(word => plain(stored).includes(word))
    expect(query === undefined || match.get(query) !== undefined).toBe(isHeld)
  }), { numRuns: 3000 })
})
