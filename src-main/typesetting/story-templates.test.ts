import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Node } from '@tiptap/pm/model'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '../common/document/schema'
import type { PrintJob } from '../common/ipc/typesetter-contract'
import { unpackProof } from '../common/print/sent-proof'
import { inspectPdf } from './testing/pdf-tools'
import { realTypesetter } from './testing/real-typesetter'
import { line, sampleJob, sampleText } from './testing/sample-story'

const typesetter = realTypesetter()
const folder = mkdtempSync(join(tmpdir(), 'qingyang-story-templates-'))
const picture = join(folder, 'picture.png')
beforeAll(async () => { await sharp({ create: { width: 90, height: 60, channels: 3, background: '#888' } }).png().toFile(picture) })
afterAll(() => rmSync(folder, { recursive: true }))

/** The sample story with a block after its second paragraph. */
function storyWith(block: Node) {
  const nodes = sampleText(8).children
  return schema.node('doc', null, [...nodes.slice(0, 6), block, ...nodes.slice(6)]).toJSON() as unknown
}

const figure = schema.node('figure', { picture: 'kept', width: 90, height: 60 }, [line('caption', '临江大桥'), line('credit', '江一帆 摄')])
const list = schema.node('bulletList', null, ['市委书记周明远', '市长林若溪'].map(name => schema.node('listItem', null, [line('paragraph', name)])))

const bare = (text: string) => [...text.normalize('NFKC').replace(/[\s\u2060\u200B\u00AD]/g, '')].sort().join('')

async function set(change: Partial<PrintJob>) {
  const job = sampleJob({ pictures: { kept: picture }, ...change })
  const [{ pages: [page] }, { bytes, fit }] = [unpackProof(await typesetter.proof({ ...job, known: null })), await typesetter.pdf(job, 'proof')]
  const pdf = inspectPdf(bytes)
  const text = pdf.text().replace(/\d+ 栏 × \d+ 行 × \d+ 字.*/, '')
  pdf.remove()
  return { page: page!, fit, text }
}

it('sets a lead’s picture over the columns on the right, and every word of the text once', async () => {
  const slot = { columns: 5, lines: 60, characters: 13 }
  const lead = await set({ template: 'lead', slot, text: storyWith(figure) })
  const plain = await set({ template: 'slot', slot, text: storyWith(figure) })
  const drawn = lead.page.items.find(item => item.type === 'picture')!
  expect(Math.round(drawn.width * Math.abs(drawn.matrix[0]))).toBe(41 * 9) // three columns of thirteen characters
  expect(drawn.matrix[4]).toBeCloseTo(8 * 72 / 25.4 + 28 * 9, 0) // right of two columns and their gutters
  expect(lead.fit.capacity).toBeLessThan(5 * lead.fit.linesPerColumn)
  expect(lead.fit.over).toBe(0)
  expect(bare(lead.text)).toBe(bare(plain.text))
})

it('sets a lead without a picture like any story', async () => {
  const slot = { columns: 4, lines: 46, characters: 13 }
  expect((await set({ template: 'lead', slot })).fit).toEqual((await set({ template: 'slot', slot })).fit)
})

it('boxes the lists of a meeting report, unless the newsroom wants none', async () => {
  const strokes = async (parameters: PrintJob['parameters']) => {
    const { page } = await set({ template: 'meeting-report', slot: { columns: 4, lines: 60, characters: 13 }, text: storyWith(list), ...parameters && { parameters } })
    return page.items.filter(item => item.type === 'path' && item.stroke !== null).length
  }
  expect(await strokes({})).toBeGreaterThan(await strokes({ hasRule: false }))
})

it('sets a commentary between rules under its column head, and a brief without a deck', async () => {
  const commentary = await set({ template: 'commentary', slot: { columns: 1, lines: 90, characters: 27 } })
  expect(commentary.text).toContain('要闻')
  expect(commentary.fit).toMatchObject({ columns: 1, charactersPerLine: 27, over: 0 })
  expect(commentary.fit.linesPerColumn + commentary.fit.deckLines).toBe(87) // two lines for the column head, one above the closing rule
  const brief = await set({ template: 'brief', slot: { columns: 1, lines: 60, characters: 13 }, text: sampleText(2).toJSON() })
  expect(brief.fit.deckLines).toBe(0)
  expect(brief.text.replace(/\s/g, '')).toMatch(/^鼓足干劲抓落实/)
})
