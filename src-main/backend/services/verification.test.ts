import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { openTestLibrary } from '../testing/temporary-library'
import { sampleDoc } from '../testing/sample-documents'

async function library() {
  const opened = await openTestLibrary()
  const { stories } = opened.backend
  const first = stories.add(sampleDoc('江水上涨', ['水位超过警戒线。'], { source: '临江日报' }))
  const second = stories.add(sampleDoc('白鹭归来', ['湿地里来了白鹭。']))
  await opened.backend.api.stories.keepVersion(second.id, '送审')
  return { ...opened, db: opened.backend.library.db, verification: opened.backend.verification, first: first.id, second: second.id }
}

it('finds nothing wrong with a sound library', async () => {
  const { verification } = await library()
  expect(verification.verify()).toEqual({ stories: 2, pictures: 0, problems: [], repaired: [], changedSinceSigned: [] })
})

const derivedDamages: [string, string][] = [
  ['projection', `UPDATE stories SET headline = '假' WHERE number = 1`],
  ['projection', `UPDATE stories SET characters = 99 WHERE number = 1`],
  ['projection', `UPDATE stories SET kind_order = 6 WHERE number = 1`],
  ['index', 'DELETE FROM story_index WHERE rowid = 1'],
  ['index', `INSERT OR REPLACE INTO story_index (rowid, words) VALUES (1, '别 的')`],
  ['index', `UPDATE stories SET indexed_words = '' WHERE number = 1`],
  ['index', `INSERT INTO story_index (rowid, words) VALUES (77, '无 主')`],
]

it.each(derivedDamages)('names a wrong %s and puts it right: %s', async (kind, damage) => {
  const { db, verification, backend, first } = await library()
  db.exec(damage)
  const { problems } = verification.verify()
  expect(problems).toMatchObject([{ kind, subject: damage.includes('77') ? '#77' : first }])
  expect(verification.repair().problems).toEqual([])
  expect(verification.verify().problems).toEqual([])
  const query = { where: 'desk', filter: '警戒线', kind: null, stage: null, sort: 'headline', descending: false, offset: 0, limit: 9 } as const
  expect((await backend.api.stories.list(query)).stories).toMatchObject([{ headline: '江水上涨' }])
})

const otherDamages: [string, string][] = [
  ['log', `UPDATE story_updates SET payload = x'FFFFFFFF' WHERE story = 1`],
  ['sequence', 'UPDATE stories SET last_sequence = 9, projected_sequence = 9 WHERE number = 1'],
  ['version', `DROP TRIGGER story_versions_are_immutable; UPDATE story_versions SET state = x'FFFF'`],
  ['reference', 'PRAGMA foreign_keys = OFF; DELETE FROM stories WHERE number = 2; DELETE FROM story_index WHERE rowid = 2'],
]

it.each(otherDamages)('names a damaged %s, which cannot be derived again', async (kind, damage) => {
  const { db, verification } = await library()
  db.exec(damage)
  expect(verification.verify().problems[0]).toMatchObject({ kind })
  expect(verification.repair().problems[0]).toMatchObject({ kind })
})

it('names a picture whose file is not what it was', async () => {
  const { backend, verification } = await library()
  const bytes = await sharp({ create: { width: 6, height: 4, channels: 3, background: '#3a6' } }).png().toBuffer()
  const { picture } = await backend.api.pictures.add({ name: 'a.png', bytes })
  expect(verification.verify()).toMatchObject({ pictures: 1, problems: [] })
  writeFileSync(backend.pictures.fileOf(picture)!, 'x')
  expect(verification.verify().problems).toEqual([{ kind: 'picture', subject: picture, detail: 'image/png' }])
})

it('repairs only where no other process is at work', async () => {
  const { folder } = await library()
  const other = await openTestLibrary(folder)
  expect(other.backend.verification.verify().problems).toEqual([])
  expect(() => other.backend.verification.repair()).toThrow(expect.objectContaining({ code: 'read-only' }))
})
