import { expect, it } from 'vitest'
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { beginThread } from '../../common/comments/threads'
import { countParts } from '../../common/document/text'
import { emptySlip } from '../../common/document/slip'
import { readText, storyDoc } from '../../common/document/story-doc'
import { ninjsOf } from '../../common/interchange/ninjs'
import type { WordPiece } from '../../common/interchange/word-return'
import { desk } from '../../common/suggestions/testing/desk'
import { randomEdit } from '../../common/suggestions/testing/edits'
import { forSeeds, patience } from '../../common/suggestions/testing/law'
import { randomFrom } from '../../common/suggestions/testing/random'
import { commented, randomStory } from '../../common/suggestions/testing/sample'
import { untracked } from '../../common/suggestions/testing/untracked'
import { viewOf } from '../../common/suggestions/views'
import { readWordFile } from '../interchange/word/read-word'
import { wordFile } from '../interchange/word/write-word'
import { storyJson } from '../interchange/story-json'
import { project } from './story-projection'

const people = [{ person: '甲', role: '', pass: 'first-proof' }, { person: '乙', role: '', pass: 'second-proof' }]

/** A story worked on with suggestions, the same worked on without, and as it was before. */
function worked(seed: number): { doc: Y.Doc, edited: Node, original: Node } {
  const random = randomFrom(seed)
  const original = randomStory(random)
  const doc = storyDoc(original)
  const [tracked, plain] = [desk(doc), untracked(original)]
  for (let count = 3 + random.below(10); count > 0; count--) {
    const edit = randomEdit(plain.text, random)
    tracked.edit(edit, people[random.below(2)])
    plain.edit(edit)
  }
  return { doc, edited: plain.text, original }
}

const forStories = (share: number, expectThat: (story: ReturnType<typeof worked>) => void) => forSeeds(share, seed => expectThat(worked(seed)))

it('lists, search, counts and the command line read a story as if it had been edited without suggestions', () => forStories(1, ({ doc, edited, original }) => {
  expect({ ...project(doc), errors: [] }).toEqual(project(storyDoc(edited))) // what was corrected is counted of suggestions alone
  expect(countParts(readText(doc))).toEqual(countParts(edited))
  expect(storyJson('s' as never, doc)).toEqual(storyJson('s' as never, storyDoc(edited)))
  expect(countParts(viewOf(readText(doc), 'original'))).toEqual(countParts(original))
}), patience)

it('ninjs has no word that is suggested to go', () => forStories(1, ({ doc, edited }) => {
  const at = new Date(0)
  expect(ninjsOf('s' as never, viewOf(readText(doc), 'final'), emptySlip, at)).toEqual(ninjsOf('s' as never, edited, emptySlip, at))
}), patience)

it('a Word file shows the edited words without what is deleted in it, the original without what is inserted', () => forStories(1, ({ doc, edited, original }) => {
  const { blocks } = readWordFile(wordFile({ text: readText(doc), slip: emptySlip, threads: [], pictures: new Map() }))
  const wordsThat = (isShown: (piece: WordPiece) => boolean) => blocks.flatMap(({ pieces }) => pieces.filter(isShown).map(({ text }) => text)).join('').replaceAll('\n', '')
  expect(wordsThat(({ deleted }) => !deleted)).toBe(edited.textContent)
  expect(wordsThat(({ inserted }) => !inserted)).toBe(original.textContent)
}), patience)

it('comments are in nothing that lists, counts, prints or exports a story', () => forSeeds(1 / 8, seed => {
  const random = randomFrom(seed)
  const [story, at] = [randomStory(random), new Date(0)]
  const [plain, doc] = [storyDoc(story), storyDoc(commented(story, random))]
  beginThread(doc, 'c', { kind: 'text', quote: '旧话', place: null }, { person: '李校', role: '校对', at: 1, text: '只在批注里' })
  expect(project(doc)).toEqual(project(plain))
  expect(storyJson('s' as never, doc)).toEqual(storyJson('s' as never, plain))
  const undivided = (text: Node) => JSON.stringify(ninjsOf('s' as never, text, emptySlip, at)).replaceAll(/<\/(\w+)><\1[^>]*>/g, '')
  expect(undivided(readText(doc))).toBe(undivided(story))
  const { blocks, comments } = readWordFile(wordFile({ text: readText(doc), slip: emptySlip, threads: [], pictures: new Map() }))
  expect([blocks.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('').replaceAll('\n', ''), comments]).toEqual([story.textContent, []])
}), patience)
