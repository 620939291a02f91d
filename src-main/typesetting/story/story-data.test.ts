import { expect, it } from 'vitest'
import { emptySlip } from '../../common/document/slip'
import { storyDoc } from '../../common/document/story-doc'
import { desk } from '../../common/suggestions/testing/desk'
import { randomEdit } from '../../common/suggestions/testing/edits'
import { forSeeds, patience } from '../../common/suggestions/testing/law'
import { randomFrom } from '../../common/suggestions/testing/random'
import { commented, randomStory } from '../../common/suggestions/testing/sample'
import { untracked } from '../../common/suggestions/testing/untracked'
import { markedStory } from '../galley/marked-story'
import { readDocument, storyData } from './story-data'

const people = [{ person: '甲', role: '', pass: 'first-proof' }, { person: '乙', role: '', pass: 'second-proof' }]

it('is printed as if it had been edited without suggestions', () => forSeeds(1, seed => {
  const random = randomFrom(seed)
  const story = randomStory(random)
  const [tracked, plain] = [desk(storyDoc(story)), untracked(story)]
  for (let count = 3 + random.below(10); count > 0; count--) {
    const edit = randomEdit(plain.text, random)
    tracked.edit(edit, people[random.below(2)])
    plain.edit(edit)
  }
  expect(storyData(readDocument(tracked.text.toJSON()), emptySlip)).toEqual(storyData(plain.text, emptySlip))
}), patience)

it('is printed without its comments, as a page and as a galley with marks', () => forSeeds(1 / 8, seed => {
  const random = randomFrom(seed)
  const story = randomStory(random)
  const remarked: unknown = commented(story, random).toJSON()
  expect(storyData(readDocument(remarked), emptySlip)).toEqual(storyData(story, emptySlip))
  expect(markedStory(remarked, emptySlip)).toEqual(markedStory(story.toJSON(), emptySlip))
}), patience)
