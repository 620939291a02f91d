import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { schema } from '../../common/document/schema'
import type { SlipChange } from '../../common/suggestions/slip-changes'
import { changesOf } from '../../common/suggestions/changes'
import { inspectPdf } from '../testing/pdf-tools'
import { firstProof, proofread, secondProof } from '../testing/marked-text'
import { realTypesetter } from '../testing/real-typesetter'
import { line, sampleJob, sampleParagraph, sampleText } from '../testing/sample-story'
import { crossings, leadersOf } from '../testing/leaders'

const typesetter = realTypesetter()
const proofreading = { pass: '一校', signatures: [{ stage: '初审', person: '李审', at: '2026-11-18 20:10', opinion: '事实清楚，同意' }, { stage: '一校', person: '', at: '', opinion: '' }],
  errorRates: [{ pass: '一校', errors: 5, rate: '41.3', verdict: '超过万分之三' }, { pass: '二校', errors: 4, rate: '2.9', verdict: '合格' }] }

function corrected() {
  const work = proofread(sampleText(8))
  work.replace(firstProof, '总结前三季度工作', '回顾前三季度工作')
  work.replace(firstProof, '坚定信心', '坚定必胜信心')
  work.replace(secondProof, '重要支撑', '支撑重要')
  work.replace(firstProof, '特色产业园', '')
  work.replace(secondProof, '保持定力，', '')
  work.insert(secondProof, '要大抓项目', '同时')
  work.insert(firstProof, '确保全年', '全力')
  work.split(firstProof, '会议要求')
  work.embolden(secondProof, '周明远')
  return work.text
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

it.each([['galley', '更正 2026-11-24 刊发的版本：受伤人数应为五人'], ['story-a4', '撤稿 2026-11-24 刊发的版本：失实。' + '原因甚长，'.repeat(200)]])('says at the head of a %s what was amended after publication', async (template, amendment) => {
  const { text, pages } = await made(sampleJob({ template, slot: null, amendment }), 'proof', `amended-${template}`)
  expect(text).toContain(amendment.slice(0, 20).replace(/\s/g, ''))
  expect(pages).toBe((await made(sampleJob({ template, slot: null }), 'proof', 'unamended')).pages)
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

const slipChanges: SlipChange[] = [{ ...firstProof, field: 'agency', from: '临江日报', to: '临江晚报', at: 1 }, { ...secondProof, field: 'dutyChief', from: '', to: '何为', at: 2 }]

it('draws what was changed in deck lines, captions and table cells, of whole nodes, and of the slip', async () => {
  const cell = (text: string) => schema.node('tableCell', null, [line('paragraph', text)])
  const work = proofread(schema.node('doc', null, [
    line('kicker', '临江市公布数据'), line('headline', '工业投资双双走高'), line('subhead', '新开工项目二百个'), line('paragraph', sampleParagraph(0)),
    schema.node('table', null, [schema.node('tableRow', null, [cell('指标'), cell('十月')]), schema.node('tableRow', null, [cell('投资'), cell('88.1亿')])]),
    schema.node('figure', { picture: '', width: 40, height: 20 }, [line('caption', '清晨的大桥。'), line('credit', '江一帆 摄')]),
    schema.node('rule'), line('paragraph', sampleParagraph(1)),
  ]))
  for (const [find, put] of [['公布', '发布'], ['二百', '三百'], ['十月', '十一月'], ['清晨', '傍晚'], ['江一帆', '陆遥']] as const) work.replace(firstProof, find, put)
  work.replace(secondProof, '双双', '一齐')
  work.removeBlock(secondProof, 'rule')
  const job = sampleJob({ template: 'galley', slot: null, text: work.text.toJSON(), marked: work.text.toJSON(), slipChanges, proofreading })
  const { bytes, text, missing } = await made(job, 'marked', 'every-node')
  const leaders = await leadersOf(bytes)
  expect(leaders).toHaveLength(changesOf(work.text).length)
  expect(crossings(leaders)).toEqual([])
  for (const said of ['发布', '一齐', '三百', '十一月', '傍晚', '陆遥', '分隔线', '电头署名单位：临江日报', '临江晚报', '值班主任：何为']) expect(text).toContain(said)
  expect(missing).toEqual([])
})

it('keeps leaders apart where every sentence of a line is changed', async () => {
  const work = proofread(schema.node('doc', null, Array.from({ length: 3 }, (_, index) => line('paragraph', sampleParagraph(index)))))
  for (let position = work.text.content.size - 3; position > 3; position -= 7) {
    work.edit(position % 2 ? firstProof : secondProof, state => state.doc.resolve(position).parent.isTextblock ? state.tr.insertText('改', position) : state.tr)
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
