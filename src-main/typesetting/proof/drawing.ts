import type { DrawItem, Matrix, ProofPage } from '../../common/print/print'
import { identity, multiply, readTransform } from './matrix'

export interface Drawing { pages: ProofPage[], glyphs: Map<string, string> }

type Attributes = Record<string, string>
type Run = Pick<Extract<DrawItem, { type: 'glyphs' }>, 'fill' | 'glyphs' | 'offsets'>
interface Row { source: string, runs: Run[] }

const opening = 60 // characters of a row's source by which it is looked for: to reckon with the whole of each would take longer than to read it

/** Reads drawings one after another: what a row of glyphs was read as before is taken again, the same lists, so that of the next drawing only what is new is read. */
export function drawingReader() {
  let known = new Map<string, Row[]>() // of the drawing read last

  return function read(svg: string): Drawing {
    const before = known
    known = new Map()
    return readDrawing(svg, source => {
      const key = `${source.length} ${source.slice(0, opening)}`
      const isSame = (row: Row) => row.source === source
      const rows = known.get(key) ?? []
      const found = rows.find(isSame)
      if (found) return found
      const earlier = before.get(key)?.find(isSame)
      const row = earlier ? { source, runs: earlier.runs } : readRow(source)
      known.set(key, [...rows, row])
      return row
    })
  }
}

/** Typst's SVG, whose pages stand below each other, as flat drawing lists and the outlines of the glyphs they use. */
export function readDrawing(svg: string, rowOf: (source: string) => Row = readRow): Drawing {
  const { pages, end } = readPages(svg, rowOf)
  return { pages, glyphs: readOutlines(svg, end) }
}

/** `<symbol id="…" …><path d="…"/></symbol>`: hundreds of kilobytes, so that they are read by position. */
function readOutlines(svg: string, from: number): Map<string, string> {
  const outlines = new Map<string, string>()
  for (let at = svg.indexOf('<symbol id="', from); at >= 0; at = svg.indexOf('<symbol id="', at + 1)) {
    const path = svg.indexOf(' d="', at) + 4
    outlines.set(copyOf(valueAt(svg, svg.indexOf('"', at) + 1)), valueAt(svg, path))
    at = path
  }
  return outlines
}

/** Each page begins with its white ground, drawn outside of any group. The outlines of the glyphs stand behind the last. */
function readPages(svg: string, rowOf: (source: string) => Row): { pages: ProofPage[], end: number } {
  const pages: ProofPage[] = []
  const stack: Matrix[] = [identity]
  let top = 0
  let at = svg.indexOf('<')

  for (let end = 0; at >= 0 && !svg.startsWith('defs id="glyph"', at + 1); at = svg.indexOf('<', end)) {
    end = svg.indexOf('>', at)
    if (svg.startsWith('use ', at + 1)) end = addRow(at)
    else if (svg.startsWith('g', at + 1)) openGroup(svg.slice(at, end))
    else if (svg.startsWith('/g', at + 1)) stack.pop()
    else if (svg.startsWith('path ', at + 1) || svg.startsWith('image ', at + 1)) addShape(svg.slice(at, end + 1))
  }
  return { pages, end: at }

  function openGroup(tag: string) {
    if (tag.endsWith('/')) return // empty
    stack.push(multiply(stack.at(-1)!, readTransform(attribute(tag, 'transform'))))
  }

  function addShape(tag: string) {
    const isPath = tag.startsWith('<path ')
    if (isPath && stack.length === 1) startPage(tag)
    else pages.at(-1)?.items.push(isPath ? shape(attributes(tag), place()) : picture(attributes(tag), place()))
  }

  function place(): Matrix {
    const [a, b, c, d, e, f] = stack.at(-1)!
    return [a, b, c, d, e, f - top]
  }

  function startPage(ground: string) {
    const last = pages.at(-1)
    if (last) top += last.height
    const [, height, width] = /v ?([\d.]+) h ?([\d.]+)/.exec(attribute(ground, 'd') ?? '') ?? []
    pages.push({ width: Number(width), height: Number(height), items: [] })
  }

  /** Glyphs that follow each other, as a rule all of their group; returns where they end. */
  function addRow(at: number): number {
    const { source, runs } = rowOf(svg.slice(at, svg.indexOf('</g>', at)))
    for (const run of runs) pages.at(-1)?.items.push({ type: 'glyphs', matrix: place(), ...run })
    return at + source.length
  }
}

/** The glyphs at the beginning of what a group holds. */
function readRow(group: string): Row {
  const others = group.search(/<(?!use )/)
  const source = others < 0 ? group : group.slice(0, others)
  return { source, runs: readRuns(copyOf(source)) }
}

/** `<use xlink:href="#…" x="…" y="…" fill="…" …/>`: thousands on a page, so that they are read by position. */
function readRuns(source: string): Run[] {
  const runs: Run[] = []
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    const id = valueAt(source, source.indexOf('"#', at) + 2)
    const x = valueAt(source, source.indexOf(' x="', at) + 4)
    const fill = valueAt(source, source.indexOf(' fill="', at) + 7)
    if (runs.at(-1)?.fill !== fill) runs.push({ fill, glyphs: [], offsets: [] })
    const run = runs.at(-1)!
    run.glyphs.push(id)
    run.offsets.push(Number(x))
  }
  return runs
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
