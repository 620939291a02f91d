import { TextSelection, type EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { schema } from '../document/schema'
import { readText, storyDoc } from '../document/story-doc'
import { desk } from '../suggestions/testing/desk'
import { randomEdit } from '../suggestions/testing/edits'
import { randomFrom } from '../suggestions/testing/random'
import { randomStory } from '../suggestions/testing/sample'
import { changesOf } from '../suggestions/changes'
import { resolved } from '../suggestions/resolve'
import { writeTrackedField } from '../suggestions/slip-changes'
import { checkCorrections, checkText } from './correction-check'

const author = { person: '钱校', role: '校对', pass: 'first-proof' }
const story = (text: string) => schema.node('doc', null, [schema.node('headline', null, [schema.text('江水上涨')]), schema.node('paragraph', null, [schema.text(text)])])
const at = 7 // the paragraph's first character

const replacing = (from: number, to: number, words: string) => ({
  name: 'replacing', apply: ({ tr }: EditorState) => words === '' ? tr.delete(from, to) : tr.setSelection(TextSelection.create(tr.doc, from, to)).insertText(words),
})

/** A proof with 三 → 五, 昨 out and 市 in. */
function proof() {
  const table = desk(storyDoc(story('昨日三人受伤，已送医院救治，天气转晴。')))
  table.edit(replacing(at + 10, at + 10, '市'), author)
  table.edit(replacing(at + 2, at + 3, '五'), author)
  table.edit(replacing(at, at + 1, ''), author)
  return table.text
}

const outcomes = (now: string) => {
  const { marks, unasked } = checkText(proof(), story(now))
  return [marks.map(({ change: { removed, added }, outcome }) => `${removed}→${added} ${outcome}`), unasked.map(({ removed, added }) => `${removed}→${added}`)]
}

it('tells marks carried out, missed and carried out differently from changes nobody asked for', () => {
  expect(outcomes('日五人受伤，已送医市院救治，天气转晴。')).toEqual([['昨→ done', '三→五 done', '→市 done'], []])
  expect(outcomes('昨日五人受伤，已送医市院救治，天气转晴。')).toEqual([['昨→ missed', '三→五 done', '→市 done'], []])
  expect(outcomes('日四人受伤，已送医院救治，天气转阴。')).toEqual([['昨→ done', '三→五 different', '→市 missed'], ['晴→阴']])
})

it('says where each stands in the text of now', () => {
  const { marks, unasked } = checkText(proof(), story('日五人受伤，已送医市院救治，天气转阴。'))
  expect(marks.map(({ place }) => place)).toContainEqual({ block: 1, from: 1, to: 2 })
  expect(unasked[0]!.place).toEqual({ block: 1, from: 17, to: 18 })
})

it('checks fields of the slip as it checks words', () => {
  const earlier = storyDoc(story('正文。'), { page: 'A01', source: '临江日报' })
  writeTrackedField(earlier, 'page', 'A02', 'A01', author)
  expect(checkCorrections(earlier, storyDoc(story('正文。'), { page: 'A01', source: '临江晚报' }))).toMatchObject({ fields: [{ outcome: 'missed' }], unaskedFields: [{ field: 'source', from: '临江日报', to: '临江晚报' }], unasked: [] })
  writeTrackedField(earlier, 'page', 'A03', 'A02', { ...author, person: '孙校' })
  const outcomes = (page: string) => checkCorrections(earlier, storyDoc(story('正文。'), { page, source: '临江日报' })).fields.map(({ outcome }) => outcome)
  expect([outcomes('A03'), outcomes('A02'), outcomes('A01'), outcomes('B01')]).toEqual([['done', 'done'], ['done', 'missed'], ['missed', 'different'], ['different', 'different']])
})

it('finds nothing amiss when all marks were carried out, and nothing unasked when some were left, whatever was marked', () => {
  for (let seed = 0; seed < 150; seed++) {
    const random = randomFrom(seed)
    const doc = storyDoc(randomStory(random))
    const table = desk(doc)
    for (let edits = 1 + random.below(5); edits > 0; edits--) table.edit(randomEdit(table.text, random), author)
    const earlier = readText(doc)
    const all = checkText(earlier, resolved(earlier, () => 'accept'))
    expect([all.marks.every(({ outcome }) => outcome === 'done'), all.unasked], `seed ${seed}`).toEqual([true, []])
    const left = new Set(changesOf(earlier).slice(0, 1).map(({ stamp }) => stamp.id))
    const some = checkText(earlier, resolved(earlier, ({ id }) => left.has(id) ? 'reject' : 'accept'))
    expect(some.unasked, `seed ${seed}`).toEqual([])
  }
})
