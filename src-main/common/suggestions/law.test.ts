import type { Node } from '@tiptap/pm/model'
import { describe, it } from 'vitest'
import * as Y from 'yjs'
import type { Author } from '../document/stamp'
import { storyDoc } from '../document/story-doc'
import { desk, type Desk } from './testing/desk'
import { composing, cutAndPaste, randomEdit, type Edit } from './testing/edits'
import { expectLawByAuthor, expectSame, forSeeds, patience } from './testing/law'
import { randomFrom, type Random } from './testing/random'
import { randomStory } from './testing/sample'
import { untracked } from './testing/untracked'
import { viewOf } from './views'

const authors: Author[] = [
  { person: '甲', role: '校对', pass: 'first-proof' }, { person: '乙', role: '校对', pass: 'first-proof' }, { person: '甲', role: '校对', pass: 'second-proof' },
]

describe('without the suggestions a story reads as before, with them as if edited untracked', () => {
  it('after any edits of several people, undone and redone at times', () => forSeeds(1, seed => {
    const random = randomFrom(seed)
    const story = randomStory(random)
    const [tracked, plain] = [desk(storyDoc(story)), untracked(story)]
    for (let count = 3 + random.below(10); count > 0; count--) {
      work(tracked, plain, random)
      expectLaw(tracked.text, story, plain.text)
    }
    expectLawByAuthor(tracked.text, authors, story, plain.text)
  }), patience)

  it('when two people see each other’s edits at once', () => forSeeds(1, seed => {
    const random = randomFrom(seed)
    const story = randomStory(random)
    const [tracked, plain] = [peers(story), untracked(story)]
    for (let count = 3 + random.below(8); count > 0; count--) {
      const who = random.below(2)
      const edit = randomEdit(plain.text, random)
      tracked.desks[who]!.edit(edit, authors[who])
      plain.edit(edit)
      tracked.exchange()
      expectLaw(tracked.desks[1 - who]!.text, story, plain.text)
    }
    expectLawByAuthor(tracked.desks[0]!.text, authors, story, plain.text)
  }), patience)

  it('when two people work at once and each takes back their own, in both copies alike', () => forSeeds(1, seed => {
    const random = randomFrom(seed)
    const story = randomStory(random)
    const { desks } = livePeers(story)
    for (let count = 5 + random.below(10); count > 0; count--) {
      const who = random.below(2)
      const own = desks[who]!
      if (random.chance(0.3)) own.undo()
      else if (random.chance(0.2)) own.redo()
      else own.edit(randomEdit(viewOf(own.text, 'final'), random), authors[who])
      own.text.check()
      expectSame(desks[1 - who]!.text, own.text, 'both copies')
      expectSame(viewOf(own.text, 'original'), story, 'original')
    }
    expectLawByAuthor(desks[0]!.text, authors, story, viewOf(desks[0]!.text, 'final'))
  }), patience)
})

type Steps = ReturnType<typeof untracked>

/** One edit, undo or redo of the same kind on both copies. An input method writes a word in several edits. */
function work(tracked: Desk, plain: Steps, random: Random): void {
  const isStepPossible = tracked.steps() === plain.steps()
  if (isStepPossible && random.chance(0.15)) both(desk => desk.undo())
  else if (isStepPossible && random.chance(0.1)) both(desk => desk.redo())
  else {
    const author = random.one(authors)
    const edits: Edit[] = random.chance(0.15) ? composing(plain.text, random) : random.chance(0.1) ? cutAndPaste(plain.text, random) : [randomEdit(plain.text, random)]
    for (const edit of edits) {
      tracked.edit(edit, author)
      plain.edit(edit)
    }
  }
  function both(step: (desk: Steps) => void) {
    step(tracked)
    step(plain)
  }
}

/** Two people with a copy each; `exchange` brings both copies together. */
function peers(story: Node) {
  const first = storyDoc(story)
  const docs = [first, new Y.Doc()]
  docs.forEach((doc, index) => { doc.clientID = index + 1 })
  const exchange = () => {
    Y.applyUpdate(docs[1]!, Y.encodeStateAsUpdate(docs[0]!, Y.encodeStateVector(docs[1]!)))
    Y.applyUpdate(docs[0]!, Y.encodeStateAsUpdate(docs[1]!, Y.encodeStateVector(docs[0]!)))
  }
  exchange()
  return { desks: docs.map((doc, index) => desk(doc, `${index}-`)), docs, exchange }
}

/** Two people whose copies tell each other of every change as it is made. */
function livePeers(story: Node) {
  const { desks, docs } = peers(story)
  for (const [index, doc] of docs.entries()) doc.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== 'other') Y.applyUpdate(docs[1 - index]!, update, 'other') })
  return { desks }
}

function expectLaw(text: Node, original: Node, edited: Node): void {
  text.check()
  expectSame(viewOf(text, 'original'), original, 'original')
  expectSame(viewOf(text, 'final'), edited, 'final')
}
