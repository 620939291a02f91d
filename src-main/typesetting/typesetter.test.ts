import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { schema } from '../common/document/schema'
import type { ProofPage } from '../common/print/print'
import { unpackProof } from '../common/print/sent-proof'
import { realTypesetter, resourcesFolder } from './testing/real-typesetter'
import { samplePress } from './testing/sample-press'
import { line, sampleJob, sampleSlip, sampleText } from './testing/sample-story'

const typesetter = realTypesetter()
const proof = async (change = {}) => unpackProof(await typesetter.proof({ ...sampleJob(change), known: null }))
const coloursOf = (page: ProofPage) => new Set(page.items.flatMap(item => item.type === 'glyphs' ? [item.fill] : []))

it('offers the templates', async () => {
  expect((await typesetter.templates()).map(template => [template.id, template.kind, template.isForPress]))
    .toEqual([
      ['brief', 'story', true], ['commentary', 'story', true], ['galley', 'galley', false], ['lead', 'story', true], ['meeting-report', 'story', true], ['page', 'page', true],
      ['slot', 'story', true], ['story-a4', 'galley', false],
    ])
})

it('says how a story fills its slot, and that lines and capacity agree', async () => {
  const { fit, pages } = await proof()
  expect(pages).toHaveLength(1)
  expect(fit).toMatchObject({ columns: 4, charactersPerLine: 13, over: 0 })
  expect(fit.capacity).toBe(4 * fit.linesPerColumn)
  expect(fit.linesPerColumn + fit.deckLines).toBe(46)
  expect(fit.set + fit.spare).toBe(fit.capacity)
})

it('shows what is too long in red below the foot, and says by how many lines', async () => {
  const roomy = await proof()
  const tight = await proof({ slot: { columns: 4, lines: 46 - Math.ceil(roomy.fit.spare / 4) - 2, characters: 13 } })
  expect(tight.fit.over).toBe(tight.fit.set - tight.fit.capacity)
  expect(tight.fit.over).toBeGreaterThan(0)
  expect(coloursOf(tight.pages[0]!)).toContain('#c8102e')
  expect(coloursOf(roomy.pages[0]!)).not.toContain('#c8102e')
})

it('refuses press output of a story that does not fit, with the number of lines', async () => {
  const job = sampleJob({ slot: { columns: 4, lines: 24, characters: 13 } })
  const { fit } = await typesetter.fit(job)
  await expect(typesetter.pdf(job, 'press', samplePress())).rejects.toMatchObject({ code: 'does-not-fit', details: { lines: fit.over } })
  expect((await typesetter.pdf(job, 'proof')).pages).toBe(1)
})

it('sends each outline and each line once, and all of them again to a fresh page', async () => {
  const sent = await typesetter.proof({ ...sampleJob(), known: null })
  const first = unpackProof(sent)
  expect(Object.keys(first.glyphs).length).toBeGreaterThan(200)
  expect(await typesetter.proof({ ...sampleJob(), known: sent.revision })).toMatchObject({ glyphs: {}, packedPages: expect.stringMatching(/"items":\[\[0,\d+\]\]/) })
  expect(Object.keys((await proof()).glyphs).sort()).toEqual(Object.keys(first.glyphs).sort())
  const known = new Set(Object.keys(first.glyphs))
  expect(first.pages[0]!.items.every(item => item.type !== 'glyphs' || item.glyphs.every(id => known.has(id)))).toBe(true)
})

it('lists characters that no font has, and refuses them for press', async () => {
  const text = schema.node('doc', null, [line('headline', '标题'), line('paragraph', '干部名叫\u{10FFFD}同志，\u{10FFFD}出席。')])
  const job = sampleJob({ text: text.toJSON() })
  expect(await typesetter.missingGlyphs(job)).toEqual([expect.objectContaining({ codePoint: 'U+10FFFD', count: 2 })])
  await expect(typesetter.pdf(job, 'press', samplePress())).rejects.toMatchObject({ code: 'missing-glyphs' })
})

it('sets every kind of block', async () => {
  const cell = (text: string) => schema.node('tableCell', null, [line('paragraph', text)])
  const item = (text: string) => schema.node('listItem', null, [line('paragraph', text)])
  const mark = (name: string) => schema.text(name, [schema.mark(name)])
  const text = schema.node('doc', null, [
    line('headline', '各种段落'), line('paragraph', '首段。'), line('crosshead', '小标题'), schema.node('quotation', null, [line('paragraph', '引文。')]),
    schema.node('bulletList', null, [item('一项'), item('二项')]), schema.node('orderedList', null, [item('甲项')]),
    schema.node('table', null, [schema.node('tableRow', null, [cell('左'), cell('右')])]), schema.node('rule'),
    schema.node('figure', { picture: '', width: 3, height: 2 }, [line('caption', '图片说明'), line('credit', '江一帆 摄')]),
    schema.node('paragraph', null, [mark('strong'), mark('emphasisDots'), mark('subscript'), mark('superscript'), schema.node('lineBreak'), schema.text('末行')]),
  ])
  const { fit, missing } = await typesetter.proof({ ...sampleJob({ text: text.toJSON() }), known: null })
  expect(missing).toEqual([])
  expect(fit.set).toBeGreaterThan(12)
})

it('treats what looks like markup as text', async () => {
  const text = schema.node('doc', null, [line('headline', '#panic("x")'), line('paragraph', '$x$ *y* #import "@preview/a:1.0.0" \ud800 <fit>')])
  expect((await typesetter.fit(sampleJob({ text: text.toJSON() }))).fit.over).toBe(0)
})

it('sets a story without any text', async () => {
  const text = schema.node('doc', null, [line('headline', ''), line('paragraph', '')])
  expect((await typesetter.fit(sampleJob({ text: text.toJSON(), slip: { ...sampleSlip, dispatch: '', editor: '' } }))).fit).toMatchObject({ over: 0, set: 0 })
})

it('says of a galley how far each of its pages is filled', async () => {
  const { fit } = await typesetter.fit(sampleJob({ template: 'galley', text: sampleText(30).toJSON() }))
  expect(fit.columnLines!.length).toBeGreaterThan(3)
  expect(fit.columnLines!.reduce((sum, lines) => sum + lines)).toBe(fit.capacity)
  expect(fit.perColumn!.slice(0, -1)).toEqual(fit.columnLines!.slice(0, -1))
  expect(fit.perColumn!.reduce((sum, lines) => sum + lines)).toBe(fit.set)
})

it('goes on to further pages in the A4 galley', async () => {
  const { pages, fit } = await proof({ template: 'story-a4', text: sampleText(60).toJSON() })
  expect(pages.length).toBeGreaterThan(2)
  expect(fit.over).toBe(0)
  expect(pages.every(page => Math.abs(page.width - 595.28) < 0.01 && page.items.length > 20)).toBe(true)
})

it('names file and line of a template that fails', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingyang-templates-'))
  mkdirSync(join(folder, 'broken'))
  const manifest = JSON.parse(readFileSync(`${resourcesFolder}/print-templates/slot/manifest.json`, 'utf8'))
  writeFileSync(join(folder, 'broken', 'manifest.json'), JSON.stringify({ ...manifest, main: 'broken.typ' }))
  writeFileSync(join(folder, 'broken', 'broken.typ'), '#let a = 1\n\n#undefined-name\n')
  await expect(realTypesetter(folder).proof({ ...sampleJob({ template: 'broken' }), known: null }))
    .rejects.toMatchObject({ code: 'template-failed', details: { file: 'broken/broken.typ', line: 3 } })
})
