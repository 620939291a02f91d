import type { Node } from '@tiptap/pm/model'
import { expect, it } from 'vitest'
import type { Author } from '../document/stamp'
import { schema } from '../document/schema'
import { storyDoc } from '../document/story-doc'
import { finalPlaceAt, positionOfFinal } from './final-places'
import { desk } from './testing/desk'
import { composing, randomEdit } from './testing/edits'
import { forSeeds, patience, sequences } from './testing/law'
import { randomFrom } from './testing/random'
import { randomStory } from './testing/sample'
import { viewOf } from './views'

const authors: Author[] = [{ person: '甲', role: '校对', pass: 'first-proof' }, { person: '乙', role: '校对', pass: 'second-proof' }]

/** A story after random suggestions of two people, with the copy that was edited without. */
function suggested(seed: number): { doc: Node, plain: Node } {
  const random = randomFrom(seed)
  const story = randomStory(random)
  const [tracked, plain] = [desk(storyDoc(story)), desk(storyDoc(story))]
  for (let count = 2 + random.below(14); count > 0; count--) {
    const author = random.one(authors)
    for (const edit of random.chance(0.1) ? composing(plain.text, random) : [randomEdit(plain.text, random)]) {
      tracked.edit(edit, author)
      plain.edit(edit)
    }
  }
  return { doc: tracked.text, plain: plain.text }
}

/** Each character or line break of a node, in order. */
function unitsOf(node: Node): string[] {
  const units: string[] = []
  node.descendants(child => { units.push(...child.isText ? child.text!.split('') : child.type.name === 'lineBreak' ? ['\n'] : []) })
  return units
}

const unitAt = (doc: Node, position: number) => doc.textBetween(position, position + 1, '', '\n')

it('finds every character of the final text in suggested stories, each once and in order, and the way back', () => {
  let [count, suggestedStories] = [0, 0]
  forSeeds(1 / 6, seed => {
    const { doc, plain } = suggested(seed)
    if (viewOf(doc, 'final') !== doc) suggestedStories += 1
    const positions: number[] = []
    plain.forEach((node, _, block) => {
      const units = unitsOf(node)
      const places = units.map((_, offset) => ({ block, offset }))
      const found = places.map(place => positionOfFinal(doc, place)!)
      expect(found.map(position => unitAt(doc, position))).toEqual(units)
      expect(found.map(position => finalPlaceAt(doc, position))).toEqual(places)
      expect(places.map(({ offset }) => positionOfFinal(doc, { block, offset: offset + 1 }, 'after')! - 1)).toEqual(found)
      expect(positionOfFinal(doc, { block, offset: units.length })).toBeDefined()
      expect(positionOfFinal(doc, { block, offset: units.length + 1 })).toBeUndefined()
      positions.push(...found)
    })
    expect(positions.every((position, index) => index === 0 || position > positions[index - 1]!)).toBe(true)
    count += positions.length
  })
  expect(count).toBeGreaterThan(sequences * 8)
  expect(suggestedStories).toBeGreaterThan(sequences / 6 * 0.9)
}, patience)

it('has a place for every position, and none goes backwards', () => forSeeds(1 / 50, seed => {
  const { doc } = suggested(seed)
  let last = { block: 0, offset: 0 }
  for (let position = 0; position <= doc.content.size; position++) {
    const place = finalPlaceAt(doc, position)!
    if (place.block < last.block || place.block === last.block && place.offset < last.offset) expect.fail(`at ${position}`)
    last = place
  }
}), patience)

const stamp = { id: '1', person: '甲', role: '校对', pass: 'first-proof', at: 0 }
const gone = (text: string) => schema.text(text, [schema.mark('deletion', stamp)])

it('stands behind words suggested to go, before the character that stays', () => {
  const doc = schema.node('doc', null, [
    schema.node('headline', null, [schema.text('题')]),
    schema.node('paragraph', null, [schema.text('甲'), gone('乙丙'), schema.text('丁')]),
    schema.node('paragraph', { suggestion: { deleted: stamp } }, [schema.text('戊')]),
  ])
  expect(unitAt(doc, positionOfFinal(doc, { block: 1, offset: 1 })!)).toBe('丁')
  expect(unitAt(doc, positionOfFinal(doc, { block: 1, offset: 1 }, 'after')! - 1)).toBe('甲')
  expect(unitAt(doc, positionOfFinal(doc, { block: 1, offset: 2 })!)).toBe('戊')
  expect(finalPlaceAt(doc, doc.content.size)).toEqual({ block: 1, offset: 3 })
})
