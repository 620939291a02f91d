import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import type { Author } from '../../../src-main/common/document/stamp'
import { storyDoc } from '../../../src-main/common/document/story-doc'
import { finalPlaceAt } from '../../../src-main/common/suggestions/final-places'
import { desk } from '../../../src-main/common/suggestions/testing/desk'
import { randomEdit } from '../../../src-main/common/suggestions/testing/edits'
import { expectSame, forSeeds, patience, sequences } from '../../../src-main/common/suggestions/testing/law'
import { randomFrom } from '../../../src-main/common/suggestions/testing/random'
import { randomStory } from '../../../src-main/common/suggestions/testing/sample'
import { viewOf } from '../../../src-main/common/suggestions/views'
import { notationOf, stateOf } from '../notation.test-support'
import { findPlugin, goToMatch, replaceAll, replaceCurrent, setQuery } from '../plugins/find'
import { findMatches } from './matches'

const plain = { isCaseSensitive: false, isWidthSensitive: false }
const found = (notation: string, text: string, options = plain) => {
  const { doc } = stateOf(notation)
  return findMatches(doc, { text, ...options }).map(({ from, to }) => doc.textBetween(from, to))
}

it('finds in deck and body, in reading order, without overlaps', () => {
  expect(findMatches(stateOf('h:水利 p:水利水利').doc, { text: '水利', ...plain })).toMatchObject([{ from: 1, to: 3 }, { from: 5, to: 7 }, { from: 7, to: 9 }])
  expect(found('h:主 p:哈哈哈', '哈哈')).toEqual(['哈哈'])
})

it.each([
  ['p:ABC', 'abc', plain, ['ABC']],
  ['p:ABC', 'abc', { ...plain, isCaseSensitive: true }, []],
  ['p:２０２６年', '2026', plain, ['２０２６']],
  ['p:２０２６年', '2026', { ...plain, isWidthSensitive: true }, []],
  ['p:水 p:利', '水利', plain, []],
  ['p:水利', '', plain, []],
])('%s / %s', (notation, text, options, expected) => expect(found(notation, text, options)).toEqual(expected))

const searching = (notation: string, text: string) => {
  let state = stateOf(notation).reconfigure({ plugins: [findPlugin()] })
  const run = (command: ReturnType<typeof setQuery>) => command(state, tr => { state = state.apply(tr) })
  run(setQuery({ text, ...plain }))
  return { run, now: () => notationOf(state), selected: () => state.doc.textBetween(state.selection.from, state.selection.to) }
}

it('goes from match to match, around the end', () => {
  const search = searching('h:^甲乙 p:乙甲 p:甲', '甲')
  const heads = [1, 1, 1, 1].map(() => (search.run(goToMatch(1)), search.now()))
  expect(heads).toEqual(['h:甲^乙 p:乙甲 p:甲', 'h:甲乙 p:乙甲^ p:甲', 'h:甲乙 p:乙甲 p:甲^', 'h:甲^乙 p:乙甲 p:甲'])
})

it('replaces the current match and goes on', () => {
  const search = searching('h:^甲 p:甲', '甲')
  search.run(replaceCurrent('乙乙'))
  expect(search.now()).toBe('h:乙乙^ p:甲')
  search.run(goToMatch(1))
  expect(search.selected()).toBe('甲')
})

it('replaces all, also with nothing', () => {
  const search = searching('h:^甲丙甲 p:甲', '甲')
  search.run(replaceAll('乙丁'))
  expect(search.now().replace('^', '')).toBe('h:乙丁丙乙丁 p:乙丁')
  const emptied = searching('h:主^ p:甲 p:文', '甲')
  emptied.run(replaceAll(''))
  expect(emptied.now().replace('^', '')).toBe('h:主 p: p:文')
})

const authors: Author[] = ['甲', '乙'].map(person => ({ person, role: '校对', pass: 'first-proof' }))
const twoWords = () => '水利水'

/** Replacing all of `text`, as an edit of a person. */
const replacingAll = (text: string) => ({
  name: 'replace all',
  apply(state: EditorState) {
    let searching = EditorState.create({ doc: state.doc, plugins: [findPlugin()] })
    setQuery({ text, ...plain })(searching, tr => { searching = searching.apply(tr) })
    let made = state.tr
    replaceAll('江')(searching, tr => { made = tr })
    return made.steps.reduce((tr, step) => tr.step(step), state.tr)
  },
})

const placesOf = (doc: Node, text: string) => findMatches(doc, { text, ...plain }).map(({ pieces }) => ({
  text: pieces.map(({ from, to }) => doc.textBetween(from, to)).join(''), place: finalPlaceAt(doc, pieces[0]!.from),
}))

it('finds in text with suggestions what the final text has, and replaces it without touching what is suggested to go', () => {
  let found = 0
  forSeeds(1, seed => {
    const random = randomFrom(seed)
    const words = () => twoWords().slice(random.below(2), 2 + random.below(2))
    const story = randomStory(random, words)
    const editor = desk(storyDoc(story))
    for (let edits = 2 + random.below(10); edits > 0; edits--) editor.edit(randomEdit(viewOf(editor.text, 'final'), random, { words }), random.one(authors))
    const [query, final] = [random.one(['水', '利', '水利', '利水']), viewOf(editor.text, 'final')]
    expect(placesOf(editor.text, query)).toEqual(placesOf(final, query))
    found += placesOf(final, query).length
    const plainly = desk(storyDoc(final))
    plainly.edit(replacingAll(query))
    editor.edit(replacingAll(query), random.one(authors))
    expectSame(viewOf(editor.text, 'original'), story, 'original')
    expectSame(viewOf(editor.text, 'final'), plainly.text, 'final')
  })
  expect(found).toBeGreaterThan(sequences * 3)
}, patience)
