import type { Clip, DrawItem, Matrix, ProofPage } from '../../common/print/print'
import { identity, multiply, readTransform } from './matrix'

const [paper, ink] = ['#fff', '#000']

export interface Drawing { pages: ProofPage[], glyphs: Map<string, string> }

type Attributes = Record<string, string>
type HasOutline = (glyph: string) => boolean
type RowReader = (source: string, hasOutline: HasOutline) => Row
type Row = Pick<Extract<DrawItem, { type: 'glyphs' }>, 'fill' | 'glyphs' | 'offsets'> & { source: string }

const opening = 60 // characters of a row's source by which it is looked for: to reckon with the whole of each would take longer than to read it

/**
 * Reads drawings one after another: what a row of glyphs was read as before is taken again, the same lists, so that of the next drawing only what is new is
 * read. The outlines are those of all drawings read; `outlineOf` gives those a drawing does not bring itself.
 */
export function drawingReader(outlineOf: (glyph: string) => string | undefined = () => undefined) {
  const outlines: Drawing['glyphs'] = new Map()
  const blank = new Set<string>() // glyphs that draw nothing
  let known = new Map<string, Row[]>() // of the drawing read last

  function hasOutline(glyph: string): boolean {
    if (outlines.has(glyph)) return true
    if (blank.has(glyph)) return false
    const [own, outline] = [copyOf(glyph), outlineOf(glyph)]
    if (outline) outlines.set(own, outline)
    else blank.add(own)
    return Boolean(outline)
  }

  return function read(svg: string): Drawing {
    const before = known
    known = new Map()
    return readDrawing(svg, source => {
      const key = `${source.length} ${source.slice(0, opening)}`
      const isSame = (row: Row) => row.source === source
      const rows = known.get(key) ?? []
      const found = rows.find(isSame)
      if (found) return found
      const row = before.get(key)?.find(isSame) ?? readRow(copyOf(source), hasOutline)
      known.set(key, [...rows, row])
      return row
    }, outlines)
  }
}

/** Typst's SVG as flat drawing lists, page by page, and the outlines of the glyphs they use, added to those given. Its text layer is left out. */
export function readDrawing(svg: string, rowOf: RowReader = readRow, glyphs: Drawing['glyphs'] = new Map()): Drawing {
  const end = svg.indexOf('</defs>')
  addOutlines(glyphs, svg.slice(0, end))
  return { glyphs, pages: readPages(svg, end, source => rowOf(source, glyph => glyphs.has(glyph))) }
}

/** `<path id="…" class="outline_glyph" d="…"/>`: hundreds of kilobytes, so that they are read by position. An id stands for one outline in all drawings. */
function addOutlines(outlines: Drawing['glyphs'], definitions: string) {
  for (let at = definitions.indexOf('<path id="'); at >= 0; at = definitions.indexOf('<path id="', at + 1)) {
    const id = valueAt(definitions, at + 10)
    if (!outlines.has(id)) outlines.set(copyOf(id), copyOf(valueAt(definitions, definitions.indexOf(' d="', at) + 4)))
  }
}

/** What is passed over, whatever it holds. */
const passedOver = ['foreignObject', 'style', 'script', 'defs']

/** Where what a group holds is drawn. */
interface Group { matrix: Matrix, clips: Clip[] }

/** A page's own coordinates begin anew. The first thing drawn on it is its ground, by which its size is known. */
function readPages(svg: string, from: number, rowOf: (source: string) => Row): ProofPage[] {
  const pages: ProofPage[] = []
  let stack: Group[] = []
  let isGroundDue = false

  for (let at = svg.indexOf('<', from), end = 0; at >= 0; at = svg.indexOf('<', end)) {
    end = svg.indexOf('>', at)
    if (svg.startsWith('g ', at + 1) || svg.startsWith('g>', at + 1)) end = openGroup(at, end)
    else if (svg.startsWith('/g', at + 1)) stack.pop()
    else if (svg.startsWith('path ', at + 1) || svg.startsWith('image ', at + 1)) addShape(svg.slice(at, end + 1))
    else if (svg.startsWith('clipPath ', at + 1)) end = addClip(at)
    else end = pastElement(at, end)
  }
  return pages

  /** An outline stands in the group it bounds, before all else. Returns where to go on. */
  function addClip(at: number): number {
    const [group, end] = [stack.at(-1)!, svg.indexOf('</clipPath>', at)]
    group.clips = [...group.clips, { matrix: group.matrix, path: copyOf(attribute(svg.slice(at, end), 'd') ?? '') }]
    return end
  }

  /** Where to go on after the beginning of something else. */
  function pastElement(at: number, end: number): number {
    const skipped = passedOver.find(name => svg.startsWith(name, at + 1))
    return skipped ? svg.indexOf(`</${skipped}>`, at) : end
  }

  /** Returns where to go on. */
  function openGroup(at: number, end: number): number {
    const tag = svg.slice(at, end)
    if (tag.includes('class="typst-page"')) startPage(tag)
    else stack.push(groupIn(stack.at(-1)!, readTransform(attribute(tag, 'transform'))))
    return tag.includes('class="typst-text"') ? addRow(at, end) : end
  }

  function startPage(tag: string) {
    pages.push({ width: Number(attribute(tag, 'data-page-width')), height: Number(attribute(tag, 'data-page-height')), items: [] }) // whole points, until the ground tells
    stack = [{ matrix: identity, clips: [] }]
    isGroundDue = true
  }

  function addShape(tag: string) {
    const page = pages.at(-1)!
    const { matrix, clips } = stack.at(-1)!
    const item = tag.startsWith('<path ') ? shape(attributes(tag), matrix) : picture(attributes(tag), matrix)
    if (isGroundDue && item.type === 'path') readGround(page, item)
    else page.items.push(within(clips, item))
  }

  function readGround(page: ProofPage, item: Extract<DrawItem, { type: 'path' }>) {
    isGroundDue = false
    const [, height, width] = /^M 0 0 L 0 ([\d.]+) L ([\d.]+) \1 L \2 0 Z $/.exec(item.path) ?? []
    if (width === undefined) return page.items.push(item)
    Object.assign(page, { width: Number(width), height: Number(height) })
    return item.fill === paper ? undefined : page.items.push(item)
  }

  function addRow(at: number, tagEnd: number): number {
    const [inner, close] = [svg.indexOf('<g ', tagEnd), svg.indexOf('</g>', tagEnd)]
    const end = inner < 0 ? close : Math.min(inner, close)
    const { fill, glyphs, offsets } = rowOf(svg.slice(at, end))
    isGroundDue = false
    const { matrix, clips } = stack.at(-1)!
    if (glyphs.length > 0) pages.at(-1)!.items.push(within(clips, { type: 'glyphs', matrix, fill, glyphs, offsets }))
    return end - 1
  }
}

const groupIn = ({ matrix, clips }: Group, own: Matrix): Group => ({ matrix: multiply(matrix, own), clips })

const within = (clips: Clip[], item: DrawItem): DrawItem => clips.length > 0 ? { ...item, clips } : item

/** `<g … class="typst-text" fill="…" …><use x="…" y="0" href="#…"/>…`: thousands of glyphs on a page, so that they are read by position. Spaces have no outline. */
function readRow(source: string, hasOutline: HasOutline): Row {
  const row: Row = { source, fill: attribute(source.slice(0, source.indexOf('>')), 'fill') ?? ink, glyphs: [], offsets: [] }
  for (let at = source.indexOf('<use '); at >= 0; at = source.indexOf('<use ', at + 1)) {
    const glyph = valueAt(source, source.indexOf('"#', at) + 2)
    if (!hasOutline(glyph)) continue
    row.offsets.push(Number(valueAt(source, source.indexOf(' x="', at) + 4)))
    row.glyphs.push(glyph)
  }
  return row
}

/** What is remembered of a drawing: a part of a string keeps the whole of it in memory. */
const copyOf = (part: string) => Buffer.from(part, 'latin1').toString('latin1')

const valueAt = (source: string, start: number) => source.slice(start, source.indexOf('"', start))

function shape(attributes: Attributes, at: Matrix): DrawItem {
  const colour = (value: string | undefined) => value === undefined || value === 'none' ? null : value
  return {
    type: 'path',
    matrix: multiply(at, readTransform(attributes.transform)),
    path: attributes.d ?? '',
    fill: colour(attributes.fill),
    stroke: colour(attributes.stroke),
    strokeWidth: Number(attributes['stroke-width'] ?? 0),
    dash: (attributes['stroke-dasharray'] ?? '').split(/[\s,]+/).filter(Boolean).map(Number),
  }
}

function picture(attributes: Attributes, at: Matrix): DrawItem {
  return {
    type: 'picture',
    matrix: multiply(at, readTransform(attributes.transform)),
    width: Number(attributes.width),
    height: Number(attributes.height),
    source: attributes['xlink:href'] ?? attributes.href ?? '',
  }
}

function attribute(tag: string, name: string): string | undefined {
  const start = tag.indexOf(` ${name}="`)
  if (start < 0) return
  const from = start + name.length + 3
  return tag.slice(from, tag.indexOf('"', from))
}

const attributes = (tag: string): Attributes => Object.fromEntries([...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
