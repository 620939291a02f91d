import type { Matrix } from '../../common/print/print'
import type { Box } from '../../common/print/page-plan'
import { identity, multiply, readTransform } from '../proof/matrix'

/** A stretch of text of one style on one line, as Typst drew it; `page` from 0, `box` in pt from that page's upper left corner. */
export interface TextPiece { page: number, box: Box, text: string, fill: string }

/** The texts of Typst's SVG with a text layer, in drawing order. */
export function readTextPieces(svg: string): TextPiece[] {
  const pieces: TextPiece[] = []
  const groups: { matrix: Matrix, fill: string }[] = [{ matrix: identity, fill: '' }]
  let page = -1
  for (const [, slash, name, rest, text] of svg.matchAll(/<(\/?)(g|foreignObject|h5:div)\b([^>]*)>([^<]*)/g)) {
    const group = groups.at(-1)!
    if (name === 'g' && slash) groups.pop()
    else if (name === 'g' && !rest!.endsWith('/')) groups.push(inner(group, rest!))
    else if (name === 'foreignObject' && !slash) pieces.push({ page, box: boxOn(group.matrix, rest!), text: '', fill: group.fill })
    else if (name === 'h5:div' && !slash) pieces.at(-1)!.text = unescaped(text!)
  }
  return pieces

  /** A page's own coordinates begin anew. */
  function inner(outer: { matrix: Matrix, fill: string }, tag: string) {
    const isPage = tag.includes('class="typst-page"')
    if (isPage) page += 1
    return { matrix: isPage ? identity : multiply(outer.matrix, readTransform(attribute(tag, 'transform'))), fill: attribute(tag, 'fill') ?? outer.fill }
  }
}

function boxOn([a, b, c, d, e, f]: Matrix, tag: string): Box {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => Number(attribute(tag, name)))
  const corners = [[x!, y!], [x! + width!, y! + height!]].map(([across, down]) => [a * across! + c * down! + e, b * across! + d * down! + f])
  const [left, right] = corners.map(([across]) => across!).sort((one, other) => one - other)
  const [top, bottom] = corners.map(([, down]) => down!).sort((one, other) => one - other)
  return { x: left!, y: top!, width: right! - left!, height: bottom! - top! }
}

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' }
const unescaped = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name ? entities[name] ?? whole : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)))
