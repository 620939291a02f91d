import { describe, expect, it } from 'vitest'
import { Transform } from '@tiptap/pm/transform'
import { breakHeadline, headlineLinesOf } from '../document/headline-lines'
import { storyDoc } from '../document/story-doc'
import { offsetText } from '../document/text'
import { finalRange } from './final-range'
import { desk } from './testing/desk'
import { randomEdit } from './testing/edits'
import { forSeeds, patience, sequences } from './testing/law'
import { randomFrom } from './testing/random'
import { randomStory } from './testing/sample'
import { viewOf } from './views'

const author = { person: '甲', role: '校对', pass: 'first-proof' } as const

/** A story with suggestions of every kind in it. */
function suggestedStory(seed: number) {
  const random = randomFrom(seed)
  const editor = desk(storyDoc(randomStory(random)))
  for (let edits = 2 + random.below(10); edits > 0; edits--) editor.edit(randomEdit(viewOf(editor.text, 'final'), random), author)
  return { random, editor }
}

describe('in stories with suggestions', () => {
  it('finds each place of the final text again', () => {
    let found = 0
    forSeeds(1 / 6, seed => {
      const { random, editor: { text } } = suggestedStory(seed)
      const final = viewOf(text, 'final')
      final.forEach((node, _, block) => {
        const words = offsetText(node)
        if (words === '') return
        const from = random.below(words.length)
        const to = from + 1 + random.below(words.length - from)
        const range = finalRange(text, { block, from, to })!
        const kept = viewOf(text.cut(range.from, range.to), 'final')
        expect(offsetText(kept)).toBe(words.slice(from, to))
        found += 1
      })
      expect(finalRange(text, { block: final.childCount, from: 0, to: 1 })).toBeUndefined()
    })
    expect(found).toBeGreaterThan(sequences / 2)
  }, patience)

  it('breaks the headline as asked, and the original stays', () => {
    let broken = 0
    forSeeds(1 / 10, seed => {
      const { editor } = suggestedStory(seed)
      const [first = '', ...rest] = headlineLinesOf(editor.text).join('').replace(/\s/g, '')
      const wanted = [first, rest.join('')]
      const original = viewOf(editor.text, 'original')
      const tr = new Transform(editor.text)
      if (rest.length === 0 || !breakHeadline(tr, wanted)) return // something else stands between its lines
      editor.edit({ name: 'headline', apply: state => { const { tr } = state; breakHeadline(tr, wanted); return tr } }, author)
      expect(headlineLinesOf(editor.text)).toEqual(headlineLinesOf(tr.doc))
      expect(headlineLinesOf(editor.text).map(line => line.replace(/\s/g, ''))).toEqual(wanted)
      expect(viewOf(editor.text, 'original').eq(original)).toBe(true)
      broken += 1
    })
    expect(broken).toBeGreaterThan(sequences / 10 * 0.75 - 3)
  }, patience)
})
