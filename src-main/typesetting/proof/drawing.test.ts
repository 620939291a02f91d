import { expect, it } from 'vitest'
import { unpackProof } from '../../common/print/sent-proof'
import { sampleJob, sampleSlip } from '../testing/sample-story'
import { realTypesetter } from '../testing/real-typesetter'
import { drawingReader, readDrawing } from './drawing'

it('is not moved by a group that is empty', () => {
  const svg = '<svg><path d="M 0 0v 100 h 50 v -100 Z"/><g><g transform="matrix(1 0 0 1 10 20)"><g/></g><path fill="#000" d="M 0 0h 5"/></g></svg>'
  expect(readDrawing(svg).pages).toEqual([expect.objectContaining({ width: 50, height: 100, items: [expect.objectContaining({ matrix: [1, 0, 0, 1, 0, 0] })] })])
})

it('keeps everything on the paper, whatever the slip leaves empty', async () => {
  const { pages: [page] } = unpackProof(await realTypesetter().proof({ ...sampleJob({ slip: { ...sampleSlip, shortTitle: '' } }), template: 'story-a4', slot: null, known: null }))
  const lefts = page!.items.map(({ matrix }) => matrix[4])
  expect(Math.min(...lefts)).toBeGreaterThan(49)
  expect(page!.items.filter(item => item.type === 'path' && item.path.includes('h 495')).map(item => item.matrix[4])).toEqual(expect.arrayContaining([expect.closeTo(50.1, 1)]))
})

const page = (...groups: string[]) => `<svg><path d="M 0 0v 100 h 50 v -100 Z"/>${groups.map((glyphs, index) => `<g transform="matrix(1 0 0 1 0 ${12 * index})">${glyphs}</g>`).join('')}</svg>`
const glyph = (id: string, x: number, fill = '#000') => `<use xlink:href="#${id}" x="${x}" y="0" fill="${fill}"/>`

it('reads drawings one after another as each alone, what was read before as the same lists', () => {
  const read = drawingReader()
  const [long, line, dot] = [glyph('a', 0) + glyph('b', 9), glyph('a', 0) + glyph('c', 9), '<path fill="#000" d="M 0 0h 5"/>']
  const mixed = `${glyph('a', 0)}<g>${dot}</g>${glyph('b', 9, '#f00')}${glyph('b', 18)}`
  const drawings = [page(long, line), page(line, long, long), page(mixed, long), page(mixed, mixed), page()]
  for (const svg of drawings) expect(read(svg)).toEqual(readDrawing(svg))
  expect(read(page(mixed)).pages[0]!.items.map(item => [item.type, item.type === 'glyphs' && item.fill])).toEqual([['glyphs', '#000'], ['path', false], ['glyphs', '#f00'], ['glyphs', '#000']])
  const glyphsOf = (svg: string) => read(svg).pages[0]!.items.map(item => item.type === 'glyphs' ? item.glyphs : [])
  const first = glyphsOf(page(long, line))
  expect(glyphsOf(page(line, line, long)).map(glyphs => first.indexOf(glyphs))).toEqual([1, 1, 0])
})
