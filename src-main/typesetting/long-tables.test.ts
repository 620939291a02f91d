import { writeFileSync } from 'node:fs'
import type { Node } from '@tiptap/pm/model'
import { expect, it } from 'vitest'
import { schema } from '../common/document/schema'
import { inspectPdf } from './testing/pdf-tools'
import { realTypesetter } from './testing/real-typesetter'
import { line, sampleJob, sampleParagraph, sampleSlip } from './testing/sample-story'

const typesetter = realTypesetter()
const plain = { ...sampleSlip, dispatch: '' as const, editor: '' }
const cell = (type: string, text: string, attrs: object = {}) => schema.node(type, attrs, [line('paragraph', text)])
const row = (type: string, ...texts: string[]) => schema.node('tableRow', null, texts.map(text => cell(type, text)))
const paragraphs = (count: number) => Array.from({ length: count }, (_, index) => line('paragraph', sampleParagraph(index)))

/** Rows numbered 甲1 and so on under two heads. */
const longTable = (rows: number) => schema.node('table', null, [row('tableHeader', '单位', '数量'), ...Array.from({ length: rows }, (_, index) => row('tableCell', `甲${index + 1}厂`, `${index * 7}吨`))])

async function set(content: Node[], template: string, slot: { columns: number, lines: number, characters: number } | null) {
  const job = sampleJob({ text: schema.node('doc', null, content).toJSON(), slip: plain, template, slot })
  const { bytes, fit } = await typesetter.pdf(job, 'proof')
  if (process.env.LOOK) writeFileSync(`${process.env.LOOK}/table-${template}.pdf`, bytes)
  const pdf = inspectPdf(bytes)
  const text = pdf.text().replace(/\s/g, '')
  pdf.remove()
  return { fit, text, lines: (await typesetter.lines(job)).lines }
}

it.each<[string, { columns: number, lines: number, characters: number } | null]>([
  ['slot', { columns: 3, lines: 30, characters: 13 }], ['galley', null], ['story-a4', null],
])('goes on in the next column with a table longer than one, its heads again and no row lost: %s', async (template, slot) => {
  const { text, fit, lines } = await set([...paragraphs(1), longTable(template === 'slot' ? 26 : 64), ...paragraphs(1)], template, slot)
  const rows = [...text.matchAll(/甲(\d+)厂/g)].map(([, number]) => Number(number))
  expect(rows).toEqual(rows.map((_, index) => index + 1))
  expect(rows.length).toBe(template === 'slot' ? 26 : 64)
  expect(text.match(/单位/g)!.length).toBeGreaterThan(1)
  expect(fit.over).toBe(0)
  const places = new Set(lines.filter(({ block }) => block === 1).map(({ page, box }) => `${page} ${Math.floor(box.x / 130)}`))
  expect(places.size).toBeGreaterThan(1)
})

it('cuts a table only where no cell goes on below', async () => {
  const tall = (name: string) => [
    schema.node('tableRow', null, [cell('tableCell', name, { rowspan: 4 }), cell('tableCell', '一季度')]), ...['二季度', '三季度', '四季度'].map(text => row('tableCell', text)),
  ]
  const table = schema.node('table', null, ['东岗', '西岗', '南岗', '北岗', '中岗'].flatMap(tall))
  const { lines, fit } = await set([table], 'slot', { columns: 3, lines: 18, characters: 13 })
  expect(fit.over).toBe(0)
  const columnOf = new Map<string, number>()
  const words = table.textContent
  for (const set of lines) columnOf.set(`${words.slice(set.from, set.to)}${set.from}`, Math.floor(set.box.x / 135))
  const columns = [...columnOf.values()]
  expect(new Set(columns).size).toBeGreaterThan(1)
  for (let first = 0; first < columns.length; first += 5) expect(new Set(columns.slice(first, first + 5)).size).toBe(1)
})

it('gives a wide column of a table the room it asks for', async () => {
  const table = schema.node('table', null, [row('tableCell', '规模以上工业增加值', '1%'), row('tableCell', '进出口', '2%')])
  const { lines } = await set([table], 'slot', { columns: 2, lines: 12, characters: 13 })
  expect(lines).toHaveLength(4)
})

it('counts a crosshead and what it stays with, so that the fit is what is set', async () => {
  for (let count = 1; count <= 4; count++) {
    const { fit, lines } = await set([...paragraphs(count), line('crosshead', '小标题'), longTable(5), ...paragraphs(3)], 'slot', { columns: 3, lines: 26, characters: 13 })
    const foot = Math.max(...lines.filter(({ isOver }) => !isOver).map(({ box }) => box.y))
    const top = Math.min(...lines.map(({ box }) => box.y))
    if (fit.over === 0) expect(foot - top).toBeLessThan(26 * 11.6)
    const head = lines.find(({ block }) => block === count)!
    const first = lines.find(({ block }) => block === count + 1)!
    expect(Math.abs(head.box.x - first.box.x), `${count}`).toBeLessThan(120)
  }
})
