import { expect, it } from 'vitest'
import { unpackProof } from '../../common/print/sent-proof'
import { sampleJob, sampleSlip } from '../testing/sample-story'
import { realTypesetter } from '../testing/real-typesetter'
import { drawingReader, readDrawing } from './drawing'

const page = (...groups: string[]) => `<svg><defs class="glyph">${['a', 'b', 'c'].map(id => `<path id="${id}" class="outline_glyph" d="M 0 0 L 9 0 Z"/>`).join('')}</defs><defs class="clip-path"></defs>
  <g class="typst-page" transform="translate(0, 0)" data-page-width="51" data-page-height="100"><g><path d="M 0 0 L 0 100 L 50.5 100 L 50.5 0 Z " fill="#fff" /></g>
  ${groups.map((group, index) => `<g transform="translate(0.000,${12 * index})">${group}</g>`).join('')}</g></svg>`
const text = (glyphs: string, fill = '#000', size = 9) => `<g data-tid="t" class="typst-text" fill="${fill}" transform="scale(${size / 1000},-${size / 1000})">${glyphs}<g transform="scale(16,-16)"><foreignObject x="0"><h5:div>字</h5:div></foreignObject></g></g>`
const glyph = (id: string, x: number) => `<use x="${x}" y="0" href="#${id}"/>`

it('is as large as its ground, begins anew on each page, and is not moved by a group that is empty', () => {
  const dot = '<path d="M 0 0 L 5 0 " fill="#000" />'
  const drawing = readDrawing(page('<g transform="translate(10,20)"></g>', dot).replace('</svg>', `${page(dot).slice(page().indexOf('<g class="typst-page"')).replace('translate(0, 0)', 'translate(0, 100)')}`))
  expect(drawing.pages).toEqual([
    { width: 50.5, height: 100, items: [expect.objectContaining({ matrix: [1, 0, 0, 1, 0, 12] })] }, { width: 50.5, height: 100, items: [expect.objectContaining({ matrix: [1, 0, 0, 1, 0, 0] })] },
  ])
  expect([...drawing.glyphs]).toEqual(['a', 'b', 'c'].map(id => [id, 'M 0 0 L 9 0 Z']))
})

it('keeps everything on the paper, whatever the slip leaves empty', async () => {
  const { pages: [page] } = unpackProof(await realTypesetter().proof({ ...sampleJob({ slip: { ...sampleSlip, shortTitle: '' } }), template: 'story-a4', slot: null, known: null }))
  const lefts = page!.items.map(({ matrix }) => matrix[4])
  expect(Math.min(...lefts)).toBeGreaterThan(49)
  expect(page!.items.filter(item => item.type === 'path' && item.path.includes('L 495')).map(item => item.matrix[4])).toEqual(expect.arrayContaining([expect.closeTo(50.1, 1)]))
})

it('reads drawings one after another as each alone, what was read before as the same lists', () => {
  const read = drawingReader()
  const [long, line, dot] = [text(glyph('a', 0) + glyph('b', 1000)), text(glyph('a', 0) + glyph('c', 1000)), '<path d="M 0 0 L 5 0 " fill="#000" />']
  const mixed = `${text(glyph('a', 0))}<g>${dot}</g>${text(glyph('b', 1000), '#f00')}${text(glyph('b', 0), '#f00', 7)}`
  const drawings = [page(long, line), page(line, long, long), page(mixed, long), page(mixed, mixed), page()]
  for (const svg of drawings) expect(read(svg)).toEqual(readDrawing(svg))
  expect(read(page(mixed)).pages[0]!.items.map(item => [item.type, item.matrix[0], item.type === 'glyphs' && item.fill]))
    .toEqual([['glyphs', 0.009, '#000'], ['path', 1, false], ['glyphs', 0.009, '#f00'], ['glyphs', 0.007, '#f00']])
  const glyphsOf = (svg: string) => read(svg).pages[0]!.items.map(item => item.type === 'glyphs' ? item.glyphs : [])
  const first = glyphsOf(page(long, line))
  expect(glyphsOf(page(line, line, long)).map(glyphs => first.indexOf(glyphs))).toEqual([1, 1, 0])
  expect(read(page(text(glyph('a', 0) + glyph('space', 500) + glyph('b', 1000)))).pages[0]!.items).toEqual([expect.objectContaining({ glyphs: ['a', 'b'], offsets: [0, 1000] })])
  const [small, large] = glyphsOf(page(text(glyph('a', 0), '#000', 7), text(glyph('a', 0))))
  expect(small).not.toBe(large)
})

it('bounds what is drawn in a group by the outlines of that group and those around it, and nothing after it', () => {
  const bound = (outline: string, inner: string) => `<g transform="translate(5,0)" clip-path="url(#c)"><clipPath id="c"><path d="${outline}"/></clipPath>${inner}</g>`
  const dot = '<path d="M 0 0 L 5 0 " fill="#000" />'
  const { pages: [drawn] } = readDrawing(page(`${bound('M 0 0 L 40 0 Z', `${text(glyph('a', 0))}<g transform="translate(1,1)">${bound('M 0 0 L 9 0 Z', dot)}</g>${dot}`)}${dot}`))
  const [outer, inner] = [{ matrix: [1, 0, 0, 1, 5, 0], path: 'M 0 0 L 40 0 Z' }, { matrix: [1, 0, 0, 1, 11, 1], path: 'M 0 0 L 9 0 Z' }]
  expect(drawn!.items.map(({ type, clips }) => [type, clips])).toEqual([['glyphs', [outer]], ['path', [outer, inner]], ['path', [outer]], ['path', undefined]])
})
