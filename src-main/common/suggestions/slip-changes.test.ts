import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { readSlip, writeSlip } from '../document/slip-map'
import { isBy, type Author } from '../document/stamp'
import { storyDoc } from '../document/story-doc'
import type { Verdict } from './resolve'
import { decideSlipChanges, readSlipChanges, restoreSlip, slipChangesMap, slipOrigin, slipStamp, writePlainField, writeTrackedField, type SlipChange } from './slip-changes'
import { forSeeds, patience } from './testing/law'
import { randomFrom, type Random } from './testing/random'

const first = { person: '李校', role: '校对', pass: 'first-proof' }
const second = { person: '王校', role: '校对', pass: 'second-proof' }
const slipOf = (source: string) => storyDoc(undefined, { source })
const decide = (doc: Y.Doc, change: SlipChange, verdict: Verdict) => decideSlipChanges(doc, ({ id }) => id === slipStamp(change).id ? verdict : 'keep')

it('keeps what was there before the first change, however often an author changes it', () => {
  const doc = slipOf('临江日报')
  writeTrackedField(doc, 'source', '临江晚', '临江日报', first, 1)
  writeTrackedField(doc, 'source', '临江晚报', '临江晚', first, 2)
  expect(readSlipChanges(doc)).toEqual([{ ...first, field: 'source', from: '临江日报', to: '临江晚报', at: 2 }])
  writeTrackedField(doc, 'source', '临江日报', '临江晚报', first, 3)
  expect(readSlipChanges(doc)).toEqual([])
})

it('puts back what was there, and lets a later author’s change begin there', () => {
  const doc = slipOf('甲报')
  writeTrackedField(doc, 'source', '乙报', '甲报', first, 1)
  writeTrackedField(doc, 'source', '丙报', '乙报', second, 2)
  const [one] = readSlipChanges(doc)
  decide(doc, one!, 'reject')
  expect(readSlip(doc).source).toBe('丙报')
  const [two] = readSlipChanges(doc)
  expect(two).toMatchObject({ from: '甲报', to: '丙报' })
  decide(doc, two!, 'reject')
  expect(readSlip(doc).source).toBe('甲报')
  expect(readSlipChanges(doc)).toEqual([])
})

it('accepts without touching the slip', () => {
  const doc = slipOf('甲报')
  writeTrackedField(doc, 'source', '乙报', '甲报', first)
  decide(doc, readSlipChanges(doc)[0]!, 'accept')
  expect(readSlip(doc).source).toBe('乙报')
  expect(readSlipChanges(doc)).toEqual([])
})

it('keeps what an author found each time others changed the field in between', () => {
  const doc = slipOf('甲报')
  writeTrackedField(doc, 'source', '乙报', '甲报', first, 1)
  writeTrackedField(doc, 'source', '丙报', '乙报', second, 2)
  writeTrackedField(doc, 'source', '丁报', '丙报', first, 3)
  expect(readSlipChanges(doc).map(({ from, to }) => `${from}→${to}`)).toEqual(['甲报→乙报', '乙报→丙报', '丙报→丁报'])
  decideSlipChanges(doc, stamp => isBy(stamp, first) ? 'reject' : 'keep')
  expect(readSlip(doc).source).toBe('丙报')
  expect(readSlipChanges(doc)).toMatchObject([{ person: '王校', from: '甲报', to: '丙报' }])
})

it('sets a field untracked over what was open about it', () => {
  const doc = slipOf('甲报')
  writeTrackedField(doc, 'source', '乙报', '甲报', first, 1)
  writePlainField(doc, 'source', '丙报')
  expect([readSlip(doc).source, readSlipChanges(doc)]).toEqual(['丙报', []])
})

it('reads what earlier programs recorded, and keeps a value that is none of the changes’', () => {
  const doc = slipOf('丙报')
  for (const [author, from, to, at] of [[first, '甲报', '乙报', 1], [second, '乙报', '丙报', 2]] as const) {
    slipChangesMap(doc).set(`source:${author.pass}:${author.person}`, { ...author, field: 'source', from, to, at })
  }
  decideSlipChanges(doc, stamp => isBy(stamp, second) ? 'reject' : 'keep')
  expect(readSlip(doc).source).toBe('乙报')
  writeSlip(doc, { source: '戊报' })
  decideSlipChanges(doc, () => 'reject')
  expect(readSlip(doc).source).toBe('戊报')
  expect(readSlipChanges(doc)).toEqual([])
})

it('takes decisions and a restored slip back, save where somebody set the field since', () => {
  const doc = slipOf('甲报')
  const undo = new Y.UndoManager([doc.getMap('slip'), slipChangesMap(doc)], { trackedOrigins: new Set([slipOrigin]), captureTimeout: 0 })
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  writeTrackedField(doc, 'source', '乙报', '甲报', first, 1)
  decideSlipChanges(doc, () => 'reject')
  undo.undo()
  expect([readSlip(doc).source, readSlipChanges(doc).length]).toEqual(['乙报', 1])
  restoreSlip(doc, copy)
  expect([readSlip(doc).source, readSlipChanges(doc).length]).toEqual(['甲报', 0])
  undo.undo()
  expect([readSlip(doc).source, readSlipChanges(doc).length]).toEqual(['乙报', 1])
  decideSlipChanges(doc, () => 'reject')
  writeSlip(doc, { source: '丁报' })
  undo.undo()
  expect(readSlip(doc).source).toBe('丁报')
})

const authors: Author[] = ['甲', '乙', '丙'].flatMap(person => ['first-proof', 'second-proof'].map(pass => ({ person, role: '校对', pass }))).slice(0, 5)
const values = ['', '甲报', '乙报', '丙报', '丁报']
const fields = ['source', 'desk'] as const

it('comes to the original when all is rejected, to the last value when accepted, and to that of the last accepted author else', () => forSeeds(1, seed => {
  const random = randomFrom(seed)
  const original = { source: random.one(values), desk: random.one(values) }
  const doc = storyDoc(undefined, original)
  const written = { source: [] as Written[], desk: [] as Written[] }
  for (let at = 1, count = 1 + random.below(12); at <= count; at++) {
    const [field, author, to] = [random.one(fields), random.one(authors), random.one(values)]
    if (readSlip(doc)[field] === to) continue
    writeTrackedField(doc, field, to, readSlip(doc)[field], author, at)
    written[field] = withWritten(written[field], { author, to }, original[field])
  }
  const chosen = authors.map(() => random.one(['accept', 'reject'] as const))
  const verdictOf = (author: Author) => chosen[authors.findIndex(other => isBy(author, other))]!
  for (const verdicts of [() => 'accept' as const, () => 'reject' as const, verdictOf]) {
    const wanted = Object.fromEntries(fields.map(field => [field, written[field].filter(({ author }) => verdicts(author) === 'accept').at(-1)?.to ?? original[field]]))
    expect(random.chance(0.5) ? inOneGo(doc, verdicts) : oneByOne(doc, verdicts, random)).toEqual(wanted)
  }
}), patience)

/** Nobody takes a change back here: who does so while a copy elsewhere goes on from it leaves nothing to go back to. */
it('comes to the original, too, in copies that changed the same fields and met', () => forSeeds(1, seed => {
  const random = randomFrom(seed)
  const original = { source: random.one(values), desk: random.one(values) }
  const docs = [storyDoc(undefined, original), new Y.Doc()]
  let at = 0
  for (let rounds = 1 + random.below(3); rounds > 0; rounds--) {
    exchange(docs)
    for (const [copy, doc] of docs.entries()) for (let count = random.below(4); count > 0; count--, at++) {
      const field = random.one(fields)
      writeTrackedField(doc, field, `${at}报`, readSlip(doc)[field], random.one(authors.filter((_, index) => index % 2 === copy)), at)
    }
  }
  exchange(docs)
  const { source, desk } = readSlip(docs[0]!)
  expect(inOneGo(docs[1]!, () => 'accept')).toEqual({ source, desk })
  for (const copy of [inOneGo(docs[1]!, () => 'reject'), oneByOne(docs[0]!, () => 'reject', random)]) expect(copy).toEqual(original)
}), patience)

interface Written { author: Author, to: string }

/** What a row of turns becomes when an author writes: the own last turn goes on, and is none when it comes back to where it began. */
function withWritten(turns: Written[], next: Written, original: string): Written[] {
  const before = isBy(turns.at(-1)?.author, next.author) ? turns.slice(0, -1) : turns
  return next.to === (before.at(-1)?.to ?? original) ? before : [...before, next]
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function exchange([first, second]: Y.Doc[]): void {
  Y.applyUpdate(second!, Y.encodeStateAsUpdate(first!, Y.encodeStateVector(second!)))
  Y.applyUpdate(first!, Y.encodeStateAsUpdate(second!, Y.encodeStateVector(first!)))
}

const settled = (doc: Y.Doc) => {
  expect(readSlipChanges(doc)).toEqual([])
  const { source, desk } = readSlip(doc)
  return { source, desk }
}

function inOneGo(doc: Y.Doc, verdictOf: (author: Author) => Verdict) {
  const copy = copyOf(doc)
  decideSlipChanges(copy, verdictOf)
  return settled(copy)
}

function oneByOne(doc: Y.Doc, verdictOf: (author: Author) => Verdict, random: Random) {
  const copy = copyOf(doc)
  for (let open = readSlipChanges(copy); open.length > 0; open = readSlipChanges(copy)) {
    const change = random.one(open)
    decide(copy, change, verdictOf(change))
  }
  return settled(copy)
}
