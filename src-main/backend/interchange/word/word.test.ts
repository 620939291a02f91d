import { EditorState } from '@tiptap/pm/state'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { Thread } from '../../../common/comments/threads'
import { schema } from '../../../common/document/schema'
import { emptySlip } from '../../../common/document/slip'
import { textOf } from '../../../common/document/text'
import { planReturn } from '../../../common/interchange/word-return'
import { suggestReturned } from '../../../common/interchange/word-suggestions'
import { changesOf } from '../../../common/suggestions/changes'
import { tracked } from '../../../common/suggestions/track'
import { viewOf } from '../../../common/suggestions/views'
import { readWordFile } from './read-word'
import { wordFile } from './write-word'

const slip = { ...emptySlip, agency: '临江日报', dispatch: '讯' as const, byline: [{ role: 'reporter' as const, name: '何青' }] }
const node = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])
const plain = schema.node('doc', null, [
  node('kicker', '全市防汛工作会议召开'), node('headline', '落实责任'), node('paragraph', '会议指出，今年汛期来得早。'), node('crosshead', '抓紧检查'),
  schema.node('bulletList', null, [schema.node('listItem', null, [node('paragraph', '检查堤防')]), schema.node('listItem', null, [node('paragraph', '备足物资')])]),
  schema.node('table', null, [schema.node('tableRow', null, [schema.node('tableHeader', null, [node('paragraph', '项目')]), schema.node('tableCell', null, [node('paragraph', '12 处')])])]),
  schema.node('quotation', null, [node('paragraph', '江堤就是命根子。')]), schema.node('rule'), node('paragraph', '会议要求，仓库有人值守。'),
])
const author = { person: '李校', role: '校对', pass: 'first-proof' }
const at = Date.parse('2026-05-12T09:30:05Z')

/** A story in which a proofreader has changed words, broken a paragraph and put in another. */
function proofread() {
  let state = EditorState.create({ doc: plain })
  let serial = 0
  const edit = (make: (state: EditorState) => EditorState['tr']) => {
    state = state.apply(tracked(make(state), state, { author, newId: () => `s${++serial}`, now: () => at + serial * 60_000 }))
  }
  const placeOf = (words: string) => {
    let found = -1
    state.doc.descendants((each, position) => { if (each.isText && each.text!.includes(words)) found = position + each.text!.indexOf(words) })
    return found
  }
  edit(({ tr }) => tr.insertText('全面', placeOf('责任')))
  edit(({ tr }) => tr.delete(placeOf('来得早'), placeOf('来得早') + 3))
  edit(({ tr }) => tr.insertText('检修', placeOf('检查堤防'), placeOf('检查堤防') + 2))
  edit(({ tr }) => tr.split(placeOf('仓库')))
  return state.doc
}

const documentOf = (file: Uint8Array) => strFromU8(unzipSync(file)['word/document.xml']!)

/** The file as Word would leave it after somebody put `to` in place of `from` in its document. */
function edited(file: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(file)
  const xml = strFromU8(parts['word/document.xml']!)
  expect(xml).toContain(from)
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace(from, to)) })
}

const by = 'w:id="900" w:author="王编" w:date="2026-05-13T08:00:00Z"'
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const deletedRun = (text: string) => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`

function returned(file: Uint8Array, doc = plain) {
  let state = EditorState.create({ doc })
  let serial = 0
  const result = suggestReturned(state, readWordFile(file), { pass: 'review', newId: () => `r${++serial}` }, tr => state = state.apply(tr))
  return { ...result, doc: state.doc }
}

it('carries suggestions as revisions with author and date, and finds nothing new when it comes back untouched', () => {
  const doc = proofread()
  const file = wordFile({ text: doc, slip, threads: [], pictures: new Map() })
  const xml = documentOf(file)
  expect(xml).toMatch(/<w:ins w:id="\d+" w:author="李校" w:date="2026-05-12T09:31:05Z"><w:r><w:t xml:space="preserve">全面<\/w:t>/)
  expect(xml).toMatch(/<w:del w:id="\d+" w:author="李校" w:date="2026-05-12T09:32:05Z"><w:r><w:delText xml:space="preserve">来得早<\/w:delText>/)
  expect(xml).toContain('临江日报讯（记者何青）')
  expect(planReturn(doc, readWordFile(file))).toEqual({ edits: [], stylings: [], comments: [], conflicts: [], styles: 0 })
})

it('brings words put in, taken out and replaced in Word back as suggestions of who made them', () => {
  const file = wordFile({ text: plain, slip, threads: [], pictures: new Map() })
  const changed = edited(file, run('会议指出，今年汛期来得早。'),
    `${run('会议')}<w:del ${by}>${deletedRun('指出')}</w:del><w:ins ${by}>${run('强调')}</w:ins>${run('，今年汛期来得早')}<w:ins ${by}>${run('、来得猛')}</w:ins>${run('。')}`)
  const { doc, made, conflicts } = returned(changed)
  expect({ made, conflicts }).toEqual({ made: 2, conflicts: [] })
  expect(textOf(doc)).toContain('会议强调，今年汛期来得早、来得猛。')
  expect(viewOf(doc, 'original').eq(plain)).toBe(true)
  expect(changesOf(doc).map(({ stamp, kind, removed, added }) => [stamp.person, stamp.at, kind, removed, added])).toEqual([
    ['王编', Date.parse('2026-05-13T08:00:00Z'), 'replace', '指出', '强调'], ['王编', Date.parse('2026-05-13T08:00:00Z'), 'insert', '', '、来得猛']])
})

it('brings a paragraph broken in two and one run on back', () => {
  const file = wordFile({ text: plain, slip, threads: [], pictures: new Map() })
  const style = '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
  const broken = edited(file, `<w:p>${style}${run('会议要求，仓库有人值守。')}</w:p>`,
    `<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:rPr><w:ins ${by}/></w:rPr></w:pPr>${run('会议要求，')}</w:p><w:p>${style}${run('仓库有人值守。')}</w:p>`)
  const { doc, made } = returned(broken)
  expect(made).toBe(1)
  expect(textOf(doc)).toContain('会议要求，\n仓库有人值守。')
  expect(changesOf(doc).map(({ kind }) => kind)).toEqual(['break'])

  const two = schema.node('doc', null, [node('headline', '题'), node('paragraph', '甲。'), node('paragraph', '乙。')])
  const joined = edited(wordFile({ text: two, slip: emptySlip, threads: [], pictures: new Map() }), `<w:p>${style}${run('甲。')}`, `<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:rPr><w:del ${by}/></w:rPr></w:pPr>${run('甲。')}`)
  expect(textOf(returned(joined, two).doc)).toBe('题\n甲。乙。')
})

it('names what no longer has its place in the story, and changes nothing there', () => {
  const file = wordFile({ text: plain, slip, threads: [], pictures: new Map() })
  const changed = edited(file, run('抓紧检查'), `<w:ins ${by}>${run('马上')}</w:ins>${run('抓紧检查')}`)
  const later = schema.node('doc', null, plain.children.map(each => each.type.name === 'crosshead' ? node('crosshead', '另一小标题') : each))
  const { doc, made, conflicts } = returned(changed, later)
  expect({ made, conflicts }).toEqual({ made: 0, conflicts: ['马上'] })
  expect(doc.eq(later)).toBe(true)
})

it('carries comments with their answers, and knows where they stand', () => {
  const commented = plain.type.schema.node('doc', null, [node('headline', '题'), schema.node('paragraph', null, [schema.text('会上'), schema.text('市长', [schema.mark('comment', { id: 'a' })]), schema.text('讲话')])])
  const threads: Thread[] = [{ id: 'a', about: { kind: 'text', quote: '市长', place: null }, resolved: null, remarks: [{ person: '李校', role: '', at, text: '职务请核' }, { person: '王编', role: '', at: at + 1000, text: '已核' }] }]
  const { comments } = readWordFile(wordFile({ text: commented, slip: emptySlip, threads, pictures: new Map() }))
  expect(comments).toEqual([
    { author: '李校', date: '2026-05-12T09:30:05Z', text: '职务请核', parent: null, range: { from: { block: 1, offset: 2 }, to: { block: 1, offset: 4 } } },
    { author: '王编', date: '2026-05-12T09:30:06Z', text: '已核', parent: 0, range: { from: { block: 1, offset: 2 }, to: { block: 1, offset: 4 } } },
  ])
})

it.each([['no zip', strToU8('不是 Word 文件')], ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })], ['broken XML', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') })],
  ['entities', zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') })]])('refuses %s', (_, bytes) => {
  expect(() => readWordFile(bytes)).toThrow(expect.objectContaining({ code: 'no-word-file' }))
})

it('says of an amendment at the head of every page, and takes that for no change when it comes back', () => {
  const file = wordFile({ text: plain, slip, threads: [], pictures: new Map(), note: '更正：受伤人数应为五人' })
  const parts = unzipSync(file)
  expect(strFromU8(parts['word/header.xml']!)).toContain('更正：受伤人数应为五人')
  expect(strFromU8(parts['word/document.xml']!)).toContain('<w:headerReference w:type="default" r:id="rHeader"/>')
  expect(planReturn(plain, readWordFile(file)).edits).toEqual([])
})

it('carries readings above their characters, which are none of the words that come back', () => {
  const read = (text: string, reading: string) => schema.text(text, [schema.mark('ruby', { reading, part: null })])
  const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('会议在'), read('枞阳', 'zōng yáng'), schema.text('召开。')])])
  const file = wordFile({ text: doc, slip: emptySlip, threads: [], pictures: new Map() })
  expect(documentOf(file)).toMatch(/<w:ruby>.*<w:rt>.*zōng yáng.*<\/w:rt><w:rubyBase><w:r><w:t xml:space="preserve">枞阳<\/w:t><\/w:r><\/w:rubyBase><\/w:ruby>/)
  expect(readWordFile(file).blocks.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual(['会议在枞阳召开。'])
  const { doc: after, made } = returned(edited(file, run('召开。'), `<w:ins ${by}>${run('昨天')}</w:ins>${run('召开。')}`), doc)
  expect({ made, text: textOf(after) }).toEqual({ made: 1, text: '会议在枞阳昨天召开。' })
  expect(after.rangeHasMark(4, 6, schema.marks.ruby!)).toBe(true)
})
