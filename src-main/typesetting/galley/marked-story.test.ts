import type { EditorState, Transaction } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import type { Author } from '../../common/document/stamp'
import { emptySlip } from '../../common/document/slip'
import { schema } from '../../common/document/schema'
import { storyDoc } from '../../common/document/story-doc'
import { changesOf } from '../../common/suggestions/changes'
import { desk } from '../../common/suggestions/testing/desk'
import { randomEdit } from '../../common/suggestions/testing/edits'
import { randomFrom } from '../../common/suggestions/testing/random'
import { randomStory } from '../../common/suggestions/testing/sample'
import { viewOf } from '../../common/suggestions/views'
import { markedStory } from './marked-story'

const authors: Author[] = [{ person: '钱校', role: '校对', pass: 'first-proof' }, { person: '孙校', role: '校对', pass: 'second-proof' }, { person: '李审', role: '主任', pass: 'first-review' }]

/** The margin notes that a place in the story leads to, by their numbers. */
function placedIn(value: unknown): number[] {
  if (value === null || typeof value !== 'object') return []
  const own = 'sign' in value && 'note' in value ? [value.note as number] : []
  return [...own, ...Object.values(value).flatMap(placedIn)]
}

it('has a note with a place for every change but transpositions, whatever was edited', () => {
  for (let seed = 1; seed <= 600; seed++) {
    const random = randomFrom(seed)
    const table = desk(storyDoc(randomStory(random)))
    for (let count = 3 + random.below(10); count > 0; count--) table.edit(randomEdit(viewOf(table.text, 'final'), random), random.one(authors))
    const changes = changesOf(table.text).filter(({ kind }) => kind !== 'transpose')
    const { story, notes } = markedStory(table.text.toJSON(), emptySlip)
    const noted = new Set(placedIn(story).map(number => notes[number]!.change))
    expect(changes.filter(({ stamp }) => !noted.has(stamp.id)).map(({ kind, names, removed, added }) => ({ kind, names, removed, added })), `seed ${seed}`).toEqual([])
    expect(new Set(placedIn(story)).size, `seed ${seed}`).toBe(notes.length)
  }
})

const words = (text: string) => schema.text(text)
const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [words(text)])
const item = (text: string) => schema.node('listItem', null, [line('paragraph', text)])

/** A story with the block in question between two paragraphs. */
const around = (...blocks: ReturnType<typeof line>[]) => schema.node('doc', null, [line('headline', '江水上涨'), line('paragraph', '甲。'), ...blocks, line('paragraph', '乙。')])
const figure = schema.node('figure', { picture: 'a', width: 4, height: 3 }, [line('caption', ''), line('credit', '')])
const list = schema.node('orderedList', { start: 1 }, [item('一'), item('二')])
const table = schema.node('table', null, [schema.node('tableRow', null, [schema.node('tableCell', null, [line('paragraph', '')])]), schema.node('tableRow', null, [schema.node('tableCell', null, [line('paragraph', '')])])])
const broken = schema.node('paragraph', null, [words('上'), schema.node('lineBreak'), words('下')])

const find = ({ doc }: EditorState, type: string) => {
  let at = -1
  doc.descendants((node, position) => { if (at < 0 && node.type.name === type) at = position })
  return at
}
const without = (type: string) => (state: EditorState) => { const at = find(state, type); return state.tr.delete(at, at + state.doc.nodeAt(at)!.nodeSize) }
const other = (type: string, attrs: object) => (state: EditorState) => { const at = find(state, type); return state.tr.setNodeMarkup(at, undefined, { ...state.doc.nodeAt(at)!.attrs, ...attrs }) }

it.each<[what: string, block: ReturnType<typeof line>, edit: (state: EditorState) => Transaction, kind: string, text: string]>([
  ['a rule taken out', schema.node('rule'), without('rule'), 'delete', '分隔线'],
  ['a picture without words taken out', figure, without('figure'), 'delete', '图片'],
  ['a row without words taken out', table, without('tableRow'), 'delete', '表格行'],
  ['a line break taken out', broken, without('lineBreak'), 'delete', '换行'],
  ['another picture', figure, other('figure', { picture: 'b' }), 'word', '图片有改'],
  ['another number', list, other('orderedList', { start: 3 }), 'word', '编号列表有改'],
  ['a list without numbers', list, state => state.tr.setNodeMarkup(find(state, 'orderedList'), schema.nodes.bulletList), 'word', '改作列表'],
  ['a wider cell', table, other('tableCell', { colspan: 2 }), 'word', '单元格有改'],
])('has a note for %s', (_, block, edit, kind, text) => {
  const table = desk(storyDoc(around(block)))
  table.edit({ name: 'edit', apply: edit }, authors[0]!)
  const { notes, story } = markedStory(table.text.toJSON(), emptySlip)
  expect(notes.map(note => [note.kind, note.text])).toEqual([[kind, text]])
  expect(placedIn(story)).toEqual([0])
})

it('says in the head what was changed of the slip, which is as it was before', () => {
  const [proof, review] = authors as [Author, Author]
  const { slipNotes, story, colours } = markedStory(around().toJSON(), { ...emptySlip, agency: '临江日报', dispatch: '讯' }, [
    { ...proof, field: 'agency', from: '临江日报', to: '临江晚报', at: 1 }, { ...review, field: 'kind', from: 'news', to: 'meeting-report', at: 2 },
    { ...proof, field: 'byline', from: [], to: [{ role: 'reporter', name: '江一帆' }], at: 3 }, { ...proof, field: 'publishedAt', from: '2026-11-18T21:30:00', to: '', at: 4 },
  ])
  expect(slipNotes.map(({ name, removed, added }) => [name, removed, added])).toEqual([
    ['电头署名单位', '临江日报', '临江晚报'], ['体裁', '消息', '会议报道'], ['署名', '', '记者 江一帆'], ['发布时间', '2026-11-18 21:30:00', ''],
  ])
  expect(story.dateline?.opening).toBe('临江日报讯')
  expect(colours.map(({ name }) => name)).toEqual(['一校', '二校'])
})
