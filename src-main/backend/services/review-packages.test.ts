import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { authorshipOf } from '../../common/authorship/authorship'
import { beginThread, readThreads } from '../../common/comments/threads'
import { schema } from '../../common/document/schema'
import { readSlip, writeSlip } from '../../common/document/slip-map'
import { readText, storyDoc } from '../../common/document/story-doc'
import { changesOf } from '../../common/suggestions/changes'
import { desk } from '../../common/suggestions/testing/desk'
import { randomEdit } from '../../common/suggestions/testing/edits'
import { randomFrom, type Random } from '../../common/suggestions/testing/random'
import { randomStory } from '../../common/suggestions/testing/sample'
import { decideSlipChanges, readSlipChanges, slipStamp, writeTrackedField } from '../../common/suggestions/slip-changes'
import { viewOf } from '../../common/suggestions/views'
import { sampleDoc } from '../testing/sample-documents'
import { allStories, openTestLibrary, type TestLibrary } from '../testing/temporary-library'

const author = { person: '钱校', role: '校对', pass: 'first-proof' }

/** What somebody does in a library, pushed as a page would. */
async function work({ backend }: TestLibrary, id: never, doIt: (doc: Y.Doc) => void) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(backend.stories.read(id)))
  const before = Y.encodeStateVector(doc)
  doIt(doc)
  await backend.stories.api.push(id, Y.encodeStateAsUpdate(doc, before))
}
const type = (words: string, who?: typeof author) => (doc: Y.Doc) => desk(doc, words).edit({ name: 'type', apply: (state: EditorState) => state.tr.insertText(words, state.doc.content.size - 1) } as never, who)
/** Words, breaks, joins, pastes, whole nodes, styles. */
const edits = (random: Random, who: typeof author) => (doc: Y.Doc) => {
  const table = desk(doc, `${doc.clientID}-`)
  for (let count = 1 + random.below(6); count > 0; count--) table.edit(randomEdit(viewOf(table.text, 'final'), random), who)
}
const textIn = ({ backend }: TestLibrary, id: never) => viewOf(readText(backend.stories.read(id)), 'final').textBetween(0, viewOf(readText(backend.stories.read(id)), 'final').content.size, '/')

async function sent() {
  const [home, away] = [await openTestLibrary(), await openTestLibrary()]
  const bytes = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#888' } }).png().toBuffer()
  const { picture, width, height } = await home.backend.pictures.add({ name: 'a.png', bytes: new Uint8Array(bytes) })
  const text = schema.node('doc', null, [schema.node('headline', null, [schema.text('江水上涨')]), schema.node('figure', { picture, width, height }), schema.node('paragraph', null, [schema.text('三人受伤。')])])
  const id = home.backend.stories.add(storyDoc(text, { source: '临江日报' })).id as never
  await home.backend.stories.api.keepVersion(id, '初稿')
  return { home, away, id, picture, file: home.backend.packages.packed(id, 'work') }
}

it('takes story, pictures and versions to another library', async () => {
  const { home, away, id, picture, file } = await sent()
  expect(await away.backend.packages.open(file)).toMatchObject({ outcome: 'added', kind: 'work', story: { id, headline: '江水上涨' } })
  expect(textIn(away, id)).toBe(textIn(home, id))
  expect(away.backend.pictures.fileOf(picture)).toContain(picture)
  const versions = await away.backend.stories.api.versions(id)
  expect(versions.map(({ name, reason }) => name || reason).sort()).toEqual(['received', '初稿'])
  expect(away.backend.verification.verify().problems).toEqual([])
})

it('comes back with that person’s suggestions and comments, while the work here stays', async () => {
  const { home, away, id, file } = await sent()
  await away.backend.packages.open(file)
  await work(away, id, type('无人死亡。', author))
  await work(away, id, doc => beginThread(doc, 't1', { kind: 'slip', field: 'source' }, { person: '钱校', role: '校对', at: 1, text: '核来源' }))
  await work(home, id, type('抢险继续。'))
  const back = away.backend.packages.packed(id, 'work')

  expect(await home.backend.packages.open(back)).toMatchObject({ outcome: 'merged', suggestions: 1, comments: 1, isUntracked: false })
  expect(changesOf(readText(home.backend.stories.read(id))).map(({ stamp, added }) => [stamp.person, added])).toEqual([['钱校', '无人死亡。']])
  expect(readThreads(home.backend.stories.read(id)).map(({ remarks }) => remarks[0]!.person)).toEqual(['钱校'])
  for (const words of ['抢险继续。', '无人死亡。']) expect(textIn(home, id)).toContain(words)
  expect(await home.backend.packages.open(back)).toMatchObject({ outcome: 'unchanged' })
  expect(home.backend.verification.verify().problems).toEqual([])
})

const sit = ({ backend }: TestLibrary, name: string) => backend.api.library.changeSettings({ person: { name, role: '编辑', code: '' } })
const wordsOf = async ({ backend }: TestLibrary, id: never, person: string) =>
  authorshipOf(backend.stories.read(id), await backend.stories.api.writers(id)).flatMap(({ passages }) => passages).filter(passage => passage.person === person).map(({ words }) => words).join('')

it.each([1, 2, 3, 4, 5, 6])('knows who wrote untracked words that came in a package, and never takes them for those of the person at this desk, whatever Yjs ids copy %i has', async () => {
  const { home, away, id } = await sent()
  await sit(home, '孙编辑')
  await work(home, id, type('昨晚。'))
  await away.backend.packages.open(home.backend.packages.packed(id, 'work'))
  expect(await wordsOf(away, id, '孙编辑')).toBe('昨晚。')
  await sit(away, '钱校')
  await work(away, id, type('无人死亡。'))
  await sit(away, '周审')
  await work(away, id, type('已上报。'))
  await work(home, id, type('抢险继续。'))

  expect(await home.backend.packages.open(away.backend.packages.packed(id, 'work'))).toMatchObject({ outcome: 'merged', isUntracked: true })
  expect(await Promise.all(['钱校', '周审'].map(person => wordsOf(home, id, person)))).toEqual(['无人死亡。', '已上报。'])
  expect(await wordsOf(home, id, '孙编辑')).toBe('昨晚。抢险继续。')
})

it('credits the sender with untracked words of whom the package does not say who wrote them', async () => {
  const { home, away, id, file } = await sent()
  await sit(home, '孙编辑')
  await away.backend.packages.open(file)
  await work(away, id, type('无人死亡。')) // nobody named at that desk
  await home.backend.packages.open(away.backend.packages.packed(id, 'work'))
  expect(await wordsOf(home, id, '林编辑')).toBe('无人死亡。')
  expect(await wordsOf(home, id, '孙编辑')).toBe('')
})

it('merges what both sides did to the same paragraphs, whichever side works the other’s package in', async () => {
  for (let seed = 1; seed <= 6; seed++) {
    const random = randomFrom(seed)
    const story = randomStory(random)
    const [home, away] = [await openTestLibrary(), await openTestLibrary()]
    const id = home.backend.stories.add(storyDoc(story)).id as never
    await away.backend.packages.open(home.backend.packages.packed(id, 'work'))
    for (let rounds = 2; rounds > 0; rounds--) {
      await work(home, id, edits(random, { person: '孙编', role: '编辑', pass: 'second-review' }))
      await work(away, id, edits(random, author))
      const [there, back] = [home, away].map(({ backend }) => backend.packages.packed(id, 'work')) as [Uint8Array, Uint8Array]
      await home.backend.packages.open(back)
      await away.backend.packages.open(there)
      const [here, elsewhere] = [home, away].map(({ backend }) => readText(backend.stories.read(id))) as [Node, Node]
      expect(here.toString(), `seed ${seed}`).toBe(elsewhere.toString())
      expect(viewOf(here, 'original').toString(), `seed ${seed}`).toBe(story.toString())
      expect(changesOf(here).map(({ stamp }) => stamp.id), `seed ${seed}`).toEqual(changesOf(elsewhere).map(({ stamp }) => stamp.id))
      expect(await home.backend.packages.open(away.backend.packages.packed(id, 'work'))).toMatchObject({ suggestions: 0 })
    }
  }
}, 300_000)

it('lets a paragraph both broke be broken twice, and no word of it stand twice', async () => {
  const { home, away, id, file } = await sent()
  await away.backend.packages.open(file)
  const broken = (at: number, name: string, who: typeof author) => (doc: Y.Doc) => desk(doc, name).edit({ name: 'break', apply: (state: EditorState) => state.tr.split(state.doc.content.size - 1 - at) }, who)
  await work(home, id, broken(3, 'home', { ...author, person: '孙编' }))
  await work(away, id, broken(1, 'away', author))
  await home.backend.packages.open(away.backend.packages.packed(id, 'work'))
  expect(textIn(home, id)).toBe('江水上涨/三人/受伤/。')
  expect(changesOf(readText(home.backend.stories.read(id))).map(({ kind, stamp }) => [kind, stamp.person])).toEqual([['break', '孙编'], ['break', '钱校']])
})

const slipIn = ({ backend }: TestLibrary, id: never) => readSlip(backend.stories.read(id))
const slipChangesIn = ({ backend }: TestLibrary, id: never) => readSlipChanges(backend.stories.read(id)).map(({ field, person, from, to }) => ({ field, person, from, to }))
const slipEdit = (source: string, who?: typeof author) => (doc: Y.Doc) => who ? writeTrackedField(doc, 'source', source, '临江日报', who) : writeSlip(doc, { source })

it.each([
  ['both tracked', { ...author, person: '孙编' }, author], ['neither tracked', undefined, undefined], ['one tracked', undefined, author], ['the other tracked', author, undefined],
] as const)('keeps both values of a slip field that both sides changed, one on the slip, the other to be put back: %s', async (_, ours, theirs) => {
  const { home, away, id, file } = await sent()
  await away.backend.packages.open(file)
  await work(home, id, slipEdit('临江晚报', ours))
  await work(away, id, slipEdit('临江晨报', theirs))
  const [there, back] = [home, away].map(({ backend }) => backend.packages.packed(id, 'work')) as [Uint8Array, Uint8Array]
  const opened = await home.backend.packages.open(back)
  expect(opened).toMatchObject({ outcome: 'merged', conflicts: ['source'], isUntracked: theirs === undefined })
  await away.backend.packages.open(there)
  expect([slipIn(away, id), slipChangesIn(away, id)]).toEqual([slipIn(home, id), slipChangesIn(home, id)])

  const kept = slipIn(home, id).source
  const lost = kept === '临江晚报' ? '临江晨报' : '临江晚报'
  const isOursOverPlain = kept === '临江晚报' && ours !== undefined && theirs === undefined // our change, here before, now says what it replaced
  expect(opened.suggestions > 0).toBe(!isOursOverPlain)
  expect(slipChangesIn(home, id).at(-1)).toMatchObject({ field: 'source', from: lost, to: kept })
  const last = slipStamp(readSlipChanges(home.backend.stories.read(id)).at(-1)!).id
  await work(home, id, doc => decideSlipChanges(doc, stamp => stamp.id === last ? 'reject' : 'keep'))
  expect(slipIn(home, id).source).toBe(lost)
  expect(await home.backend.packages.open(away.backend.packages.packed(id, 'work'))).toMatchObject({ outcome: 'unchanged' })
})

it('has no conflict where both sides changed a slip field to the same, or other fields', async () => {
  const { home, away, id, file } = await sent()
  await away.backend.packages.open(file)
  await work(home, id, doc => writeSlip(doc, { source: '临江晚报', page: 'A01' }))
  await work(away, id, doc => writeSlip(doc, { source: '临江晚报', section: '要闻' }))
  expect(await home.backend.packages.open(away.backend.packages.packed(id, 'work'))).toMatchObject({ conflicts: [], suggestions: 0, isUntracked: true })
  expect(slipIn(home, id)).toMatchObject({ source: '临江晚报', page: 'A01', section: '要闻' })
})

it('says when the text was changed without suggestions, and keeps the state before', async () => {
  const { home, away, id, file } = await sent()
  await away.backend.packages.open(file)
  await work(away, id, type('暗改。'))
  expect(await home.backend.packages.open(away.backend.packages.packed(id, 'work'))).toMatchObject({ outcome: 'merged', isUntracked: true })
  expect((await home.backend.stories.api.versions(id)).map(({ reason }) => reason)).toContain('before-package')
})

it('takes versions that were signed elsewhere for what they are, not for signatures that are gone', async () => {
  const { home, away, id } = await sent()
  await home.backend.api.people.sitDown({ name: '周编', role: '编辑', code: '' }, '')
  await home.backend.api.reviews.sign(id, { name: '周编', pin: '' }, 'draft', '')
  await away.backend.packages.open(home.backend.packages.packed(id, 'work'))
  expect((await away.backend.stories.api.versions(id)).map(({ reason }) => reason)).toContain('signed-elsewhere')
  expect(away.backend.verification.verify().problems).toEqual([])
  await work(away, id, type('无人死亡。', author))
  await home.backend.packages.open(away.backend.packages.packed(id, 'work'))
  expect(home.backend.verification.verify().problems).toEqual([])
})

it('keeps a package for reading as it came, and takes none back', async () => {
  const { home, away, id } = await sent()
  const file = home.backend.packages.packed(id, 'reading')
  await away.backend.packages.open(file)
  expect((await away.backend.api.stories.open(id)).heldBy).toEqual({ reason: 'reading' })
  await expect(work(away, id, type('改'))).rejects.toMatchObject({ code: 'reading-only' })
  expect(() => away.backend.packages.packed(id, 'work')).toThrow(expect.objectContaining({ code: 'reading-only' }) as Error)
  await expect(home.backend.packages.open(file)).rejects.toMatchObject({ code: 'reading-only' })
})

it.each([
  ['cut short', (file: Uint8Array) => file.slice(0, file.length / 2), 'no-zip'],
  ['no zip at all', () => strToU8('稿件'), 'no-zip'],
  ['another story inside', (file: Uint8Array) => zipSync({ ...unzipSync(file), 'story.yjs': Y.encodeStateAsUpdate(sampleDoc('换了')) }), 'changed'],
  ['another manifest', (file: Uint8Array) => zipSync({ ...unzipSync(file), 'manifest.json': strToU8('{}') }), 'changed'],
  ['a file that does not belong', (file: Uint8Array) => zipSync({ ...unzipSync(file), '../evil.sh': strToU8('x') }), 'unknown-file'],
  ['a part missing', (file: Uint8Array) => zipSync(Object.fromEntries(Object.entries(unzipSync(file)).filter(([name]) => !name.startsWith('versions/')))), 'missing'],
])('refuses a damaged package (%s) with the reason, and changes nothing', async (_, damage, reason) => {
  const { away, file, picture } = await sent()
  const path = join(away.folder, 'damaged.qingyang')
  writeFileSync(path, damage(file))
  away.grants.add('t', path, 'read')
  await expect(away.backend.api.packages.open({ grant: 't' })).rejects.toMatchObject({ code: 'no-package', details: { reason } })
  expect((await away.backend.stories.api.list(allStories)).total).toBe(0)
  expect(away.backend.pictures.fileOf(picture)).toBeUndefined()
})
