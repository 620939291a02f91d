import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import type { Author } from '../../common/document/stamp'
import { schema } from '../../common/document/schema'
import { storyDoc } from '../../common/document/story-doc'
import { changesOf } from '../../common/suggestions/changes'
import { desk } from '../../common/suggestions/testing/desk'
import { inspectPdf } from '../testing/pdf-tools'
import { realTypesetter } from '../testing/real-typesetter'
import { sampleJob, sampleParagraph, sampleText } from '../testing/sample-story'
import { crossings, leadersOf } from '../testing/leaders'

const typesetter = realTypesetter()
const [first, second]: Author[] = [{ person: '钱校', role: '校对', pass: 'first-proof' }, { person: '孙校', role: '校对', pass: 'second-proof' }]
const proofreading = { pass: '一校', signatures: [{ stage: '初审', person: '李审', at: '2026-11-18 20:10', opinion: '事实清楚，同意' }, { stage: '一校', person: '', at: '', opinion: '' }],
  errorRates: [{ pass: '一校', errors: 5, rate: '41.3', verdict: '超过万分之三' }, { pass: '二校', errors: 4, rate: '2.9', verdict: '合格' }] }

function corrected() {
  const work = desk(storyDoc(sampleText(8)))
  const words = (find: string, put: string, author: Author | undefined) => work.edit({ name: 'words', apply: (state: EditorState) => {
    const at = placeOf(state, find)
    return put === '' ? state.tr.delete(at, at + find.length) : state.tr.insertText(put, at, at + find.length)
  } } as never, author)
  const at = (find: string, put: string, author: Author | undefined) => work.edit({ name: 'at', apply: (state: EditorState) => state.tr.insertText(put, placeOf(state, find)) } as never, author)
  words('总结前三季度工作', '回顾前三季度工作', first)
  words('坚定信心', '坚定必胜信心', first)
  words('重要支撑', '支撑重要', second)
  words('特色产业园', '', first)
  words('保持定力，', '', second)
  at('要大抓项目', '同时', second)
  at('确保全年', '全力', first)
  work.edit({ name: 'break', apply: (state: EditorState) => state.tr.split(placeOf(state, '会议要求')) } as never, first)
  work.edit({ name: 'strong', apply: (state: EditorState) => { const from = placeOf(state, '周明远'); return state.tr.addMark(from, from + 3, schema.marks.strong!.create()) } } as never, second)
  return work.text
}

function placeOf(state: EditorState, find: string): number {
  let found = -1
  state.doc.descendants((node, position) => {
    const index = node.isText && found < 0 ? node.text!.indexOf(find) : -1
    if (index >= 0) found = position + index
  })
  if (found < 0) throw new Error(`No ${find} in the text`)
  return found
}

/** The PDF and its text; kept for looking at when QINGYANG_KEEP names a folder. */
async function made(job: ReturnType<typeof sampleJob>, output: 'proof' | 'marked', name: string) {
  const { bytes, missing, pages } = await typesetter.pdf(job, output)
  const keep = process.env.QINGYANG_KEEP
  if (keep) {
    mkdirSync(keep, { recursive: true })
    writeFileSync(join(keep, `${name}.pdf`), bytes)
  }
  const pdf = inspectPdf(bytes)
  const text = pdf.text().replace(/\s/g, '')
  pdf.remove()
  return { bytes, missing, pages, text }
}

it('sets one column with pass, length and signature boxes, and every line numbered', async () => {
  const { text, missing } = await made(sampleJob({ template: 'galley', proofreading }), 'proof', 'clean')
  for (const said of ['小样', '一校', '李审', '事实清楚，同意', '签名', '一校差错5处差错率41.3‱超过万分之三', '二校差错4处差错率2.9‱合格', '字数']) expect(text).toContain(said)
  expect(missing).toEqual([])
})

it('numbers every line of the text, deck and body, through all pages, and takes no number for text', async () => {
  const text = sampleText(24)
  const job = sampleJob({ template: 'galley', text: text.toJSON(), parameters: { lineNumbers: 1 } })
  const { bytes } = await made(job, 'proof', 'numbered')
  const { lines, fit } = await typesetter.lines(job)
  const pdf = inspectPdf(bytes)
  const numbers = pdf.text().split('\n').flatMap(row => /^\u2063?(\d+)$/.exec(row.trim())?.[1] ?? []).map(Number)
  pdf.remove()
  expect(numbers).toEqual(Array.from({ length: fit.set + text.children.filter(({ type }) => type.name !== 'paragraph').length }, (_, index) => index + 1))
  for (const { block, from, to } of lines) expect(text.child(block).textContent.slice(from, to)).not.toMatch(/^\d$/)
})

it('draws each change once: a leader and a note for all but transpositions, and no leader crosses another', async () => {
  const doc = corrected()
  const job = sampleJob({ template: 'galley', text: doc.toJSON(), marked: doc.toJSON(), proofreading })
  const { bytes, text, missing } = await made(job, 'marked', 'marked')
  const leaders = await leadersOf(bytes)
  const changes = changesOf(doc)
  expect(changes.filter(({ kind }) => kind === 'transpose')).toHaveLength(1)
  expect(leaders).toHaveLength(changes.length - 1)
  expect(crossings(leaders)).toEqual([])
  for (const said of ['另起段', '改黑体', '必胜', '同时', '全力']) expect(text).toContain(said)
  expect(missing).toEqual([])
})

it('keeps leaders apart where every sentence of a line is changed', async () => {
  const work = desk(storyDoc(schema.node('doc', null, Array.from({ length: 3 }, (_, index) => schema.node('paragraph', null, [schema.text(sampleParagraph(index))])))))
  for (let position = work.text.content.size - 3; position > 3; position -= 7) {
    const author = position % 2 ? first : second
    work.edit({ name: 'insert', apply: (state: EditorState) => state.doc.resolve(position).parent.isTextblock ? state.tr.insertText('改', position) : state.tr } as never, author)
  }
  const { bytes, pages } = await made(sampleJob({ template: 'galley', text: work.text.toJSON(), marked: work.text.toJSON(), proofreading }), 'marked', 'crowded')
  const leaders = await leadersOf(bytes)
  expect(leaders.length).toBe(changesOf(work.text).length)
  expect(leaders.length).toBeGreaterThan(20)
  expect(crossings(leaders)).toEqual([])
  expect(pages).toBeGreaterThan(0)
})

it('refuses marks of a template that draws none', async () => {
  const doc = corrected()
  await expect(typesetter.pdf(sampleJob({ template: 'story-a4', slot: null, marked: doc.toJSON() }), 'marked')).rejects.toMatchObject({ code: 'invalid-arguments' })
})
