import type { Db } from '../connection'
import { indexQuery, indexTokens } from '../search-text'
import type { StoryNumber } from './rows'

const probe = 24 // characters looked up at either end of a text

/** Questions about the soundness of the file itself. */
export function checkRepository(db: Db) {
  const size = db.prepare<[StoryNumber], { sz: Uint8Array }>('SELECT sz FROM story_index_docsize WHERE id = ?')
  const found = db.prepare<[string, StoryNumber]>('SELECT 1 FROM story_index WHERE story_index MATCH ? AND rowid = ?')
  const strays = db.prepare<[], { id: number }>('SELECT id FROM story_index_docsize WHERE id NOT IN (SELECT number FROM stories)')
  const removeStray = db.prepare<[number]>('DELETE FROM story_index WHERE rowid = ?')

  return {
    /** What SQLite itself finds wrong; its checks may answer with rows or fail altogether. */
    integrity: (): string[] => [
      ...answers(() => db.pragma('integrity_check') as { integrity_check: string }[]).map(row => row.integrity_check).filter(text => text !== 'ok'),
      ...answers(() => { db.exec(`INSERT INTO story_index (story_index) VALUES ('integrity-check')`); return [] }).map(row => row.integrity_check),
    ],
    brokenReferences: (): string[] => (db.pragma('foreign_key_check') as { table: string, rowid: number, parent: string }[])
      .map(({ table, rowid, parent }) => `${table} ${rowid} → ${parent}`),
    /** Whether the index holds a text of this length that begins and ends so. */
    isIndexed(number: StoryNumber, words: string): boolean {
      const entry = size.get(number)
      if (!entry || firstVarint(entry.sz) !== tokenCount(words)) return false
      const characters = [...words]
      return [characters.slice(0, probe), characters.slice(-probe)].every(part => {
        const query = indexQuery(part.join(''))
        return query === undefined || found.get(query, number) !== undefined
      })
    },
    /** Entries of the index that belong to no story. */
    strays: (): number[] => strays.all().map(row => row.id),
    removeStray: (id: number): void => { removeStray.run(id) },
  }
}

function answers(check: () => { integrity_check: string }[]): { integrity_check: string }[] {
  try {
    return check()
  } catch (error) {
    return [{ integrity_check: error instanceof Error ? error.message : String(error) }]
  }
}

const tokenCount = (words: string) => indexTokens(words).split(' ').length - 1

/** SQLite's variable-length integer: seven bits a byte, high bit set on all but the last. */
function firstVarint(bytes: Uint8Array): number {
  let value = 0
  for (const byte of bytes) {
    value = value * 128 + (byte & 127)
    if (byte < 128) break
  }
  return value
}
