import type { DrawItem, Matrix, ProofPage } from '../../common/print/print'
import { identity, multiply, readTransform } from './matrix'

export interface Drawing { pages: ProofPage[], glyphs: Map<string, string> }

type Attributes = Record<string, string>

/** Typst's SVG, whose pages stand below each other, as flat drawing lists and the outlines of the glyphs they use. */
export function readDrawing(svg: string): Drawing {
  const definitions = svg.indexOf('<defs id="glyph"')
  const drawn = definitions < 0 ? svg : svg.slice(0, definitions)
  return { pages: readPages(drawn), glyphs: definitions < 0 ? new Map() : readGlyphs(svg.slice(definitions)) }
}

function readGlyphs(definitions: string): Map<string, string> {
  const glyphs = new Map<string, string>()
  for (const [, id, path] of definitions.matchAll(/<symbol id="(\w+)"[^>]*>\s*<path d="([^"]*)"/g)) glyphs.set(id!, path!)
  return glyphs
}

/** Each page begins with its white ground, drawn outside of any group. */
function readPages(svg: string): ProofPage[] {
  const pages: ProofPage[] = []
  const stack: Matrix[] = [identity]
  let line: Extract<DrawItem, { type: 'glyphs' }> | undefined
  let top = 0

  for (let at = svg.indexOf('<'), end = 0; at >= 0; at = svg.indexOf('<', end)) {
    end = svg.indexOf('>', at)
    if (svg.startsWith('use ', at + 1)) addGlyph(at)
    else if (svg.startsWith('g', at + 1)) openGroup(svg.slice(at, end))
    else if (svg.startsWith('/g', at + 1)) closeGroup()
    else if (svg.startsWith('path ', at + 1) || svg.startsWith('image ', at + 1)) addShape(svg.slice(at, end + 1))
  }
  return pages

  function openGroup(tag: string) {
    if (tag.endsWith('/')) return // empty
    stack.push(multiply(stack.at(-1)!, readTransform(attribute(tag, 'transform'))))
    line = undefined
  }

  function closeGroup() {
    stack.pop()
    line = undefined
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

  /** `<use xlink:href="#…" x="…" y="…" fill="…" …/>`: thousands on a page, so that it is read by position. */
  function addGlyph(at: number) {
    const id = valueAt(svg.indexOf('"#', at) + 2)
    const x = valueAt(svg.indexOf(' x="', at) + 4)
    const fill = valueAt(svg.indexOf(' fill="', at) + 7)
    if (!line || line.fill !== fill) {
      line = { type: 'glyphs', matrix: place(), fill, glyphs: [], offsets: [] }
      pages.at(-1)?.items.push(line)
    }
    line.glyphs.push(id)
    line.offsets.push(Number(x))
  }

  function valueAt(start: number): string {
    return svg.slice(start, svg.indexOf('"', start))
  }
}

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
