import type { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Author, Stamp } from '../document/stamp'
import { randomEdit } from '../suggestions/testing/edits'
import { expectLawByAuthor, expectSame, forSeeds, patience } from '../suggestions/testing/law'
import { randomFrom, randomText, type Random } from '../suggestions/testing/random'
import { randomStory } from '../suggestions/testing/sample'
import { viewOf } from '../suggestions/views'
import { commonState, copyOf } from './meet'
import { insertionOf, piecesOf, type Piece } from './pieces'
import { met, peersOf, type Peer } from './testing/peers'

const authors: Author[] = ['甲', '乙', '丙'].map(person => ({ person, role: '校对', pass: 'first-proof' }))

describe('people who work apart and meet, again and again', () => {
  it.each([2, 3])('%i of them: the original stays, nothing is lost, nothing is doubled', count => forSeeds(1 / 4, seed => {
    const random = randomFrom(seed)
    const isCounted = seed % 4 > 0 // else ordinary text, in which characters come again
    const words = isCounted ? ownWords() : randomText
    const story = randomStory(random, words)
    const peers = peersOf(story, count)
    for (let rounds = 1 + random.below(3); rounds > 0; rounds--) {
      peers.forEach((peer, who) => workAlone(peer, authors[who]!, random, words, story))
      for (let meetings = 1 + random.below(count); meetings > 0; meetings--) meet(peers, random.below(count), random.below(count), { story, isCounted })
    }
    for (let all = count - 1; all > 0; all--) for (let other = 1; other < count; other++) meet(peers, 0, other, { story, isCounted })
    for (const peer of peers) expectSame(peer.desk.text, peers[0]!.desk.text, 'all copies')
    expectLawByAuthor(peers[0]!.desk.text, authors, story, viewOf(peers[0]!.desk.text, 'final'))
  }), patience)
})

/** Lists are left out: where an item is broken its words move to a new one, which is a new node. */
describe('people who work apart without suggestions and meet', () => {
  it('lose nothing and double nothing', () => forSeeds(1 / 8, seed => {
    const random = randomFrom(seed)
    const words = ownWords()
    const { type, children } = randomStory(random, words)
    const peers = peersOf(type.create(null, children.filter(node => node.type.name !== 'bulletList')), 2)
    for (const { desk } of peers) for (let edits = random.below(6); edits > 0; edits--) desk.edit(randomEdit(desk.text, random, { words, extent: 'blocks' }))
    meet(peers, 0, 1, { isCounted: true })
  }), patience)
})

/** No two characters of a sequence are the same, so that each can be looked for. */
function ownWords() {
  let next = 0x4E00
  return (random: Random, most = 4) => Array.from({ length: 1 + random.below(most) }, () => String.fromCodePoint(next++)).join('')
}

function workAlone({ desk }: Peer, author: Author, random: Random, words: (random: Random) => string, story: Node): void {
  for (let edits = random.below(6); edits > 0; edits--) {
    if (random.chance(0.15)) desk.undo()
    else if (random.chance(0.1)) desk.redo()
    else desk.edit(randomEdit(viewOf(desk.text, 'final'), random, { words }), author)
    expectSame(viewOf(desk.text, 'original'), story, 'original, alone')
  }
}

/** Two of them bring their copies together. */
function meet(peers: Peer[], one: number, other: number, { story, isCounted }: { story?: Node, isCounted: boolean }): void {
  if (one === other) return
  const [a, b] = [peers[one]!, peers[other]!]
  const expected = expectedWords(a, b)
  const [mine, theirs] = met(a, b)
  expectCopies(mine, theirs, story)
  if (isCounted) expect(wordsOf(piecesOf(mine.doc)).filter(isVisible).map(({ name }) => name).sort(), 'words').toEqual(expected)
  ;[peers[one], peers[other]] = [mine, theirs]
}

function expectCopies(a: Peer, b: Peer, story: Node | undefined): void {
  a.desk.text.check()
  if (story) expectSame(viewOf(a.desk.text, 'original'), story, 'original')
  expectSame(a.desk.text, b.desk.text, 'both copies')
  expect(Y.encodeStateVector(a.doc), 'same corrections').toEqual(Y.encodeStateVector(b.doc))
}

interface Word { name: string, isHidden?: boolean }
const isVisible = ({ isHidden }: Word) => !isHidden

/** Each character with the insertion it came by, its own or that of a node it is in, and whether the final text has it. */
function wordsOf(flow: readonly Piece[], node: { inserted?: Stamp, isGone?: boolean } = {}): Word[] {
  return flow.flatMap(piece => {
    if (piece.kind === 'whole') return wordsOf(piece.flow, { inserted: piece.suggestion.inserted ?? node.inserted, isGone: node.isGone || piece.suggestion.deleted !== undefined })
    if (piece.kind === 'start' || piece.text === '') return []
    return [{ name: `${piece.text}|${(insertionOf(piece) ?? node.inserted)?.id ?? ''}`, isHidden: node.isGone || piece.marks.some(mark => mark.type.name === 'deletion') }]
  })
}

/** What nobody deleted: characters one copy put in, and those of the state before that both still show. */
function expectedWords(a: Peer, b: Peer): string[] {
  const [stateA, stateB] = [a, b].map(({ doc }) => Y.encodeStateAsUpdate(doc)) as [Uint8Array, Uint8Array]
  const base = commonState([...a.states, ...b.states, stateA, stateB], stateA, stateB)!
  const [known, inA, inB] = [new Set(wordsOf(piecesOf(copyOf(base))).map(({ name }) => name)), wordsOf(piecesOf(a.doc)), wordsOf(piecesOf(b.doc))]
  const visible = (words: Word[]) => new Set(words.filter(isVisible).map(({ name }) => name))
  const [shownA, shownB] = [visible(inA), visible(inB)]
  return [...new Set([...shownA, ...shownB])].filter(name => !known.has(name) || (shownA.has(name) && shownB.has(name))).sort()
}
