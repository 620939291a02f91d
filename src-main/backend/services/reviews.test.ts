import { TextSelection, type EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Stage, StoryId } from '../../common/story/story'
import { changesOf } from '../../common/suggestions/changes'
import { recordDecisions } from '../../common/suggestions/decisions'
import { decided } from '../../common/suggestions/decide'
import { desk, type Desk } from '../../common/suggestions/testing/desk'
import type { Backend } from '../backend'
import { classify } from '../../common/proofreading/found-errors'
import { docOf } from './signature-chain'
import { openTestLibrary } from '../testing/temporary-library'
import { pageCopy, sampleDoc } from '../testing/sample-documents'

const line: [Stage, string][] = [
  ['draft', '甲'], ['first-review', '乙'], ['second-review', '丙'], ['final-review', '丁'], ['first-proof', '戊'], ['second-proof', '己'], ['third-proof', '庚'], ['released', '丁'], ['to-press', '丁'],
]

async function newsroom(slip = {}) {
  const library = await openTestLibrary()
  const { backend } = library
  const { id } = backend.stories.add(sampleDoc('江水上涨', ['三人受伤。'], { source: '临江日报', editor: '林编辑', page: 'A01', ...slip }))
  for (const name of '甲乙丙丁戊己庚') await backend.api.people.sitDown({ name, role: '编辑', code: '' }, '')
  const sign = (stage: Stage, name: string) => backend.api.reviews.sign(id, { name, pin: '' }, stage, '同意')
  async function signUntil(last: Stage) {
    for (const [stage, name] of line) {
      await sign(stage, name)
      if (stage === last) return
    }
  }
  async function type(words: string, block = 1) {
    let pushed: unknown
    pageCopy((await backend.api.stories.open(id)).update, update => { pushed = backend.api.stories.push(id, update) }).type(words, block)
    await pushed
  }
  return { ...library, id, reviews: backend.api.reviews, sign, signUntil, type }
}

it('passes a story from draft to press, each stage under its signature, each chained to the one before', async () => {
  const { id, reviews, signUntil, backend } = await newsroom()
  await signUntil('to-press')
  const { stage, record, publication, missing } = await reviews.state(id)
  expect(stage).toBe('to-press')
  expect(record.map(({ person }) => person).join('')).toBe('甲乙丙丁戊己庚丁丁')
  expect(record.every(({ previous }, index) => previous === (record[index - 1]?.hash ?? ''))).toBe(true)
  expect(new Set(record.map(({ stateHash }) => stateHash)).size).toBe(1)
  expect(publication).toMatchObject({ state: 'published', version: record.at(-1)!.version })
  expect(missing).toEqual([{ code: 'published', values: {} }])
  expect(backend.verification.verify().problems).toEqual([])
})

it('refuses the same person for a second review, a review without opinion, and another stage than the story’s', async () => {
  const { id, reviews, sign, signUntil } = await newsroom()
  await signUntil('first-review')
  await expect(sign('second-review', '乙')).rejects.toMatchObject({ code: 'stage-blocked', details: { codes: ['reviewed-already'] } })
  await expect(reviews.sign(id, { name: '丙', pin: '' }, 'second-review', ' ')).rejects.toMatchObject({ code: 'invalid-arguments' })
  await expect(sign('released', '丙')).rejects.toMatchObject({ code: 'invalid-arguments' })
  expect((await reviews.state(id)).record).toHaveLength(2)
})

it('knows a person by the PIN, at the desk and under every signature', async () => {
  const { id, reviews, backend: { api: { people } } } = await newsroom()
  await people.changePin({ name: '甲', pin: '' }, '2468')
  await expect(people.sitDown({ name: '甲', role: '编辑', code: '' }, '1')).rejects.toMatchObject({ code: 'wrong-pin' })
  await expect(reviews.sign(id, { name: '甲', pin: '' }, 'draft', '')).rejects.toMatchObject({ code: 'wrong-pin' })
  expect((await reviews.sign(id, { name: '甲', pin: '2468' }, 'draft', '')).stage).toBe('first-review')
  expect((await people.list()).find(({ name }) => name === '甲')).toEqual({ name: '甲', role: '编辑', code: '', hasPin: true })
})

it('sends a story back for a reason; what was signed from there on counts no more', async () => {
  const { id, reviews, signUntil } = await newsroom()
  await signUntil('second-review')
  const returned = await reviews.sendBack(id, { name: '丁', pin: '' }, 'first-review', '人数待核')
  expect(returned).toMatchObject({ stage: 'first-review', returns: ['draft'] })
  expect(returned.record.map(({ isStanding }) => isStanding)).toEqual([true, false, false, false])
  await expect(reviews.sendBack(id, { name: '丁', pin: '' }, 'released', '不行')).rejects.toMatchObject({ code: 'invalid-arguments' })
})

it('says what moved after release and who signs again, and goes to press only then', async () => {
  const { id, reviews, sign, signUntil, type, backend } = await newsroom()
  await signUntil('third-proof')
  expect(backend.reviews.releaseOf(id)).toEqual({ isReleased: false, again: [] })
  await sign('released', '丁')
  expect(backend.reviews.releaseOf(id)).toEqual({ isReleased: true, again: [] })
  await type('又及。')
  expect(backend.reviews.releaseOf(id)).toEqual({ isReleased: true, again: ['丁', '庚', '丁'] })
  const late = await reviews.state(id)
  expect(late.late).toEqual([{ kind: 'text', part: 'paragraph', number: 1, removed: '', added: '又及。' }])
  expect(late.record.every(({ isStale }) => isStale)).toBe(true)
  expect(backend.verification.verify()).toMatchObject({ problems: [], changedSinceSigned: [id] })
  expect(late.again.map(({ stage, person, late: moved }) => [stage, person, moved])).toEqual([['final-review', '丁', late.late], ['third-proof', '庚', late.late], ['released', '丁', late.late]])
  await expect(sign('to-press', '丁')).rejects.toMatchObject({ details: { codes: ['signature-stale', 'signature-stale', 'signature-stale'] } })
  const [renewed, released] = [await sign('final-review', '丁'), late.record.at(-1)!]
  expect(renewed.again.map(({ stage, late: moved }) => [stage, moved])).toEqual([['third-proof', late.late], ['released', late.late]])
  expect([renewed.late, await reviews.late(id, released.version)]).toEqual([[], late.late])
  await sign('third-proof', '庚')
  await sign('released', '丁')
  expect((await sign('to-press', '丁')).publication?.state).toBe('published')
})

it('stops a story on hold and one not for publication', async () => {
  const held = await newsroom({ legalHold: '等律师意见' })
  await held.signUntil('third-proof')
  await expect(held.sign('released', '丁')).rejects.toMatchObject({ details: { codes: ['legal-hold'] } })
  const internal = await newsroom({ publication: 'internal' })
  await internal.signUntil('third-proof')
  await expect(internal.sign('released', '丁')).rejects.toMatchObject({ details: { codes: ['not-for-publication'] } })
})

it('corrects what was published: the old version is kept and named, and all sign anew', async () => {
  const { id, reviews, signUntil, type, backend } = await newsroom()
  await signUntil('to-press')
  const published = (await reviews.state(id)).publication!.version
  const open = await reviews.amend(id, { name: '乙', pin: '' }, 'correct', '受伤人数应为五人')
  expect(open).toMatchObject({ stage: 'draft', isClosed: false, publication: { state: 'amending', kind: 'correct', version: published } })
  await type('实为五人。')
  await signUntil('to-press')
  expect((await reviews.state(id)).publication).toMatchObject({ state: 'amended', kind: 'correct', version: published, note: '受伤人数应为五人' })
  expect(await backend.api.stories.openVersion(id, published)).toBeInstanceOf(Uint8Array)
  expect((await reviews.amend(id, { name: '乙', pin: '' }, 'kill', '失实')).publication?.state).toBe('killed')
  await expect(reviews.amend(id, { name: '乙', pin: '' }, 'correct', '再改')).rejects.toMatchObject({ code: 'invalid-arguments' })
})

it('takes for a proof of their own text what somebody wrote at the draft, whoever sent it on and back, and never what was suggested', async () => {
  const room = await newsroom()
  const { id, reviews, sign, type, backend } = room
  const atDeskIs = (name: string) => backend.api.library.changeSettings({ person: { name, role: '编辑', code: '' } })
  await atDeskIs('己')
  await type('又及。')
  await sign('draft', '甲')
  await reviews.sendBack(id, { name: '乙', pin: '' }, 'draft', '核人数')
  await atDeskIs('丙')
  await type('共五人。')
  for (const [stage, name] of [['draft', '丁'], ['first-review', '乙'], ['second-review', '丙'], ['final-review', '丁']] as const) await sign(stage, name)
  for (const author of ['丁', '己', '丙']) await expect(sign('first-proof', author)).rejects.toMatchObject({ details: { codes: ['own-text'] } })

  await atDeskIs('戊')
  const author = { person: '戊', role: '校对', pass: 'first-proof' }
  await atDesk(room, table => table.edit(replacing(7, '五'), author))
  await sign('first-proof', '戊')
  await atDesk(room, table => table.edit({ name: 'accepting', apply: state => decided(state, () => 'accept')! }))
  await type('已核。')
  expect((await sign('second-proof', '戊')).stage).toBe('third-proof')
})

it('does not take an accepted suggestion of the draft for its author’s own text', async () => {
  const room = await newsroom()
  await room.backend.api.library.changeSettings({ person: { name: '戊', role: '校对', code: '' } })
  const author = { person: '戊', role: '校对', pass: 'draft' }
  await atDesk(room, table => table.edit(replacing(7, '五'), author))
  await atDesk(room, (table, doc) => {
    recordDecisions(doc, changesOf(table.text), 'accept', author)
    table.edit({ name: 'accepting', apply: state => decided(state, () => 'accept')! })
  })
  await room.signUntil('final-review')
  expect((await room.sign('first-proof', '戊')).stage).toBe('second-proof')
})

it('lets nobody change what went to press but the classes of its errors, and says so when the story is opened', async () => {
  const room = await newsroom()
  await room.signUntil('released')
  const { id, type, sign, backend: { api: { stories } } } = room
  expect((await stories.open(id)).heldBy).toBeNull()
  await sign('to-press', '丁')
  expect((await stories.open(id)).heldBy).toEqual({ reason: 'published' })
  const before = (await stories.open(id)).update
  await expect(type('又及。')).rejects.toMatchObject({ code: 'reading-only', details: { cause: 'published' } })
  await expect(stories.push(id, new Uint8Array([255]))).rejects.toMatchObject({ code: 'invalid-arguments' })
  expect((await stories.open(id)).update).toEqual(before)
  const doc = docOf(before)
  classify(doc, 'an-error', 'punctuation')
  await stories.push(id, Y.encodeStateAsUpdate(doc))
  await room.reviews.amend(id, { name: '乙', pin: '' }, 'update', '伤者增至五人')
  expect((await stories.open(id)).heldBy).toBeNull()
  await type('实为五人。')
})

it('says when a story is opened that somebody else works on it', async () => {
  const { id, reviews, backend: { api } } = await newsroom()
  await reviews.lock(id, '甲')
  const heldFor = async (name: string) => {
    await api.library.changeSettings({ person: { name, role: '编辑', code: '' } })
    return (await api.stories.open(id)).heldBy
  }
  expect([await heldFor(''), await heldFor('甲'), await heldFor('乙')]).toEqual([null, null, { reason: 'locked', person: '甲' }])
})

it.each<[what: string, sql: string, detail: string | RegExp]>([
  ['an opinion', `UPDATE story_signatures SET opinion = '不同意' WHERE position = 2`, '2: signature'],
  ['a signature that is gone', 'DELETE FROM story_signatures WHERE position = 1', '2: chain'],
  ['the last one gone', 'DELETE FROM story_signatures WHERE position = 3', 'second-review ≠ final-review'],
  ['the last one gone, and the stage with it', `DELETE FROM story_signatures WHERE position = 3; UPDATE stories SET stage = 'second-review'`, 'end'],
  ['the whole record, and the stage and the end with it', `DELETE FROM story_signatures; UPDATE stories SET stage = 'draft', signed_hash = ''`, /^\S+: no signature$/],
  ['the signed text', 'UPDATE story_versions SET state = (SELECT state FROM story_versions v WHERE v.rowid > story_versions.rowid ORDER BY v.rowid DESC) WHERE id = (SELECT version FROM story_signatures WHERE position = 1)', '1: text'],
  ['the stage', `UPDATE stories SET stage = 'to-press'`, 'final-review ≠ to-press'],
])('verify finds a later change to %s', async (_, sql, detail) => {
  const { id, backend, sign, type } = await newsroom()
  await sign('draft', '甲')
  await type('又及。')
  await sign('first-review', '乙')
  await sign('second-review', '丙')
  backend.library.db.exec(`DROP TRIGGER story_signatures_are_immutable; DROP TRIGGER story_versions_are_immutable; ${sql}`)
  expect(backend.verification.verify().problems).toContainEqual({ kind: 'signature', subject: id satisfies StoryId, detail: typeof detail === 'string' ? detail : expect.stringMatching(detail) as string })
})

it('passes a stage on only when as many people signed it as the newsroom says', async () => {
  const { id, reviews, sign, signUntil, backend } = await newsroom()
  const { workflow } = await backend.api.library.settings()
  await backend.api.library.changeSettings({ workflow: { ...workflow, rules: { ...workflow.rules, 'final-review': { fields: [], checks: [], roles: [], signers: 2 } } } })
  await signUntil('second-review')
  expect((await sign('final-review', '丁')).stage).toBe('final-review')
  await expect(sign('final-review', '丁')).rejects.toMatchObject({ details: { codes: ['signed-already'] } })
  expect((await reviews.state(id)).signed).toEqual({ people: ['丁'], needed: 2 })
  const passed = await sign('final-review', '戊')
  expect([passed.stage, passed.record.filter(({ stage, isStanding }) => stage === 'final-review' && isStanding).length]).toEqual(['first-proof', 2])
  expect(backend.verification.verify().problems).toEqual([])
})

it('locks a story for who works on it until they are done', async () => {
  const { id, reviews, sign } = await newsroom()
  await reviews.lock(id, '甲')
  expect(await reviews.lock(id, '乙')).toMatchObject({ person: '甲' })
  await expect(sign('draft', '乙')).rejects.toMatchObject({ details: { codes: ['locked'] } })
  await reviews.unlock(id, '乙')
  expect((await reviews.lock(id, '乙')).person).toBe('乙')
})

/** Gives a story to somebody at a desk, and stores what they made of it. */
async function atDesk({ backend, id }: { backend: Backend, id: StoryId }, work: (table: Desk, doc: Y.Doc) => void) {
  const doc = docOf((await backend.api.stories.open(id)).update)
  const before = Y.encodeStateVector(doc)
  work(desk(doc), doc)
  await backend.api.stories.push(id, Y.encodeStateAsUpdate(doc, before))
}

const replacing = (from: number, words: string) => ({ name: 'replacing', apply: ({ tr }: EditorState) => tr.setSelection(TextSelection.create(tr.doc, from, from + 1)).insertText(words) })

/** 戊 marks two places of a first proof; one is carried out, the other forgotten, and a word nobody marked is typed. */
async function checkedProof() {
  const room = await newsroom()
  await room.signUntil('final-review')
  const author = { person: '戊', role: '校对', pass: 'first-proof' }
  await atDesk(room, table => [[9, '重'], [7, '五']].forEach(([at, words]) => table.edit(replacing(at as number, words as string), author)))
  await room.sign('first-proof', '戊')
  const earlier = (await room.backend.api.stories.versions(room.id))[0]!.id
  await atDesk(room, table => {
    const right = changesOf(table.text).find(({ added }) => added === '五')!.stamp.id
    table.edit({ name: 'deciding', apply: state => decided(state, ({ id }) => id === right ? 'accept' : 'reject')! })
  })
  await room.type('又及。')
  return { ...room, earlier }
}

it('keeps who signed which 核红 list of which two proofs, without moving the story or a signature that stands', async () => {
  const { id, reviews, backend, earlier } = await checkedProof()
  const before = await reviews.state(id)
  const list = await reviews.check(id, earlier, null)
  expect(list.rows.map(({ outcome, removed, added, person }) => [outcome, removed, added, person])).toEqual([['done', '三', '五', '戊'], ['missed', '受', '重', '戊'], ['unasked', '', '又及。', '']])
  await expect(reviews.signCheck(id, { name: '己', pin: '' }, { earlier, later: null, listHash: '0'.repeat(64) }, '')).rejects.toMatchObject({ code: 'outdated' })
  const signed = await reviews.signCheck(id, { name: '己', pin: '' }, { earlier, later: null, listHash: list.listHash }, '漏改一处，已告编辑')
  expect(signed.record.at(-1)).toMatchObject({ action: 'check', person: '己', opinion: '漏改一处，已告编辑', isStanding: true, isStale: false, check: list })
  expect(signed).toMatchObject({ stage: before.stage, missing: before.missing, again: before.again, late: before.late })
  const later = signed.record.at(-1)!.version
  expect((await reviews.check(id, earlier, later)).listHash).toBe(list.listHash)
  expect(backend.verification.verify().problems).toEqual([])
})

it.each<[what: string, sql: string, detail: RegExp]>([
  ['the list', `UPDATE story_signatures SET checked = replace(checked, 'missed', 'done')`, /check/],
  ['the list and its hash', `UPDATE story_signatures SET checked = json_set(checked, '$.rows', json('[]'), '$.listHash', '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945') WHERE action = 'check'`, /signature/],
  ['the whole list', `UPDATE story_signatures SET checked = ''`, /check/],
  ['the earlier proof', `UPDATE story_versions SET state = (SELECT state FROM story_versions v WHERE v.reason = 'check') WHERE id = (SELECT json_extract(checked, '$.earlier') FROM story_signatures WHERE action = 'check')`, /check/],
  ['the signature itself', `DELETE FROM story_signatures WHERE action = 'check'`, /end/],
])('verify finds a later change to %s of a 核红', async (_, sql, detail) => {
  const { id, reviews, backend, earlier } = await checkedProof()
  const { listHash } = await reviews.check(id, earlier, null)
  await reviews.signCheck(id, { name: '己', pin: '' }, { earlier, later: null, listHash }, '')
  backend.library.db.exec(`DROP TRIGGER story_signatures_are_immutable; DROP TRIGGER story_versions_are_immutable; ${sql}`)
  expect(backend.verification.verify().problems).toContainEqual({ kind: 'signature', subject: id, detail: expect.stringMatching(detail) as string })
})
