import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { emptySlip } from '../../../common/document/slip'
import { storyDoc } from '../../../common/document/story-doc'
import { textOf } from '../../../common/document/text'
import { planReturn } from '../../../common/interchange/word-return'
import { suggestReturned } from '../../../common/interchange/word-suggestions'
import { desk } from '../../../common/suggestions/testing/desk'
import { randomEdit } from '../../../common/suggestions/testing/edits'
import { forSeeds, patience } from '../../../common/suggestions/testing/law'
import { randomFrom } from '../../../common/suggestions/testing/random'
import { randomStory } from '../../../common/suggestions/testing/sample'
import { viewOf } from '../../../common/suggestions/views'
import { readWordFile } from './read-word'
import { wordFile } from './write-word'

const people = [{ person: '甲', role: '', pass: 'first-proof' }, { person: '乙', role: '', pass: 'second-proof' }]
const wordStyles = ['strong', 'emphasisDots', 'superscript', 'subscript'] // Word follows no changes of readings
const sent = (text: ReturnType<typeof randomStory>) => readWordFile(wordFile({ text, slip: emptySlip, threads: [], pictures: new Map() }))

it('a story with any suggestions comes back from Word with nothing new', () => forSeeds(1 / 6, seed => {
  const random = randomFrom(seed)
  const work = desk(storyDoc(randomStory(random)))
  for (let count = 3 + random.below(10); count > 0; count--) work.edit(randomEdit(viewOf(work.text, 'final'), random), people[random.below(2)])
  expect(planReturn(work.text, sent(work.text))).toEqual({ edits: [], stylings: [], comments: [], conflicts: [], styles: 0 })
}), patience)

it('what one changes in the words and their styles in a copy that went to Word is what the story reads with it back', () => forSeeds(1 / 6, seed => {
  const random = randomFrom(seed)
  const story = randomStory(random)
  const word = desk(storyDoc(story))
  for (let count = 1 + random.below(8); count > 0; count--) word.edit(randomEdit(viewOf(word.text, 'final'), random, { extent: 'words', styles: wordStyles }), people[0])
  const returned = sent(word.text)
  let state = EditorState.create({ doc: story })
  let serial = 0
  const { conflicts } = suggestReturned(state, returned, { pass: 'review', newId: () => `r${++serial}` }, tr => state = state.apply(tr))
  expect(conflicts).toEqual([])
  expect(viewOf(state.doc, 'final').eq(viewOf(word.text, 'final')), textOf(word.text)).toBe(true)
  expect(viewOf(state.doc, 'original').eq(story)).toBe(true)
}), patience)
