import { tablePlaces, type Read } from './sfnt'

/** Flags of a point of a simple glyph, and of a component of a composite one (OpenType 1.9, “glyf”). */
const point = { isOnCurve: 1, isShortX: 2, isShortY: 4, repeats: 8, isSameX: 16, isSameY: 32 }
const component = { hasWords: 1, hasOffsets: 2, hasScale: 8, goesOn: 32, hasTwoScales: 64, hasMatrix: 128 }
const deepest = 8 // composites of composites; a font that goes round in circles ends here

interface Point { x: number, y: number, isOn: boolean }
type Contours = Point[][]

/** Where the outlines of a font are; the font must have `glyf` and `loca`. */
export interface OutlinePlaces { starts: Buffer, isLong: boolean, at: number }

export function outlinePlaces(read: Read): OutlinePlaces {
  const places = tablePlaces(read, 0)
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map(tag => places.get(tag)!)
  return { starts: read(loca!.offset, loca!.length), isLong: read(head!.offset + 50, 2).readUInt16BE() === 1, at: glyf!.offset }
}

/** A glyph's outline as an SVG path in units of the font, y upwards; empty for one that draws nothing. */
export const glyphOutline = (read: Read, places: OutlinePlaces, glyph: number): string => contoursOf(read, places, glyph, deepest).map(pathOf).join('')

function contoursOf(read: Read, places: OutlinePlaces, glyph: number, depth: number): Contours {
  const { starts, isLong, at } = places
  const offset = (index: number) => isLong ? starts.readUInt32BE(index * 4) : starts.readUInt16BE(index * 2) * 2
  if ((glyph + 2) * (isLong ? 4 : 2) > starts.length || depth === 0) return []
  const [start, end] = [offset(glyph), offset(glyph + 1)]
  if (end <= start) return []
  const data = read(at + start, end - start)
  const count = data.readInt16BE(0)
  return count >= 0 ? simpleContours(data, count) : compositeContours(data, part => contoursOf(read, places, part, depth - 1))
}

function simpleContours(data: Buffer, count: number): Contours {
  const ends = Array.from({ length: count }, (_, index) => data.readUInt16BE(10 + index * 2))
  const total = (ends.at(-1) ?? -1) + 1
  let at = 10 + count * 2
  at += 2 + data.readUInt16BE(at) // past the instructions
  const flags: number[] = []
  while (flags.length < total) {
    const flag = data[at++]!
    flags.push(flag)
    if (flag & point.repeats) for (let more = data[at++]!; more > 0; more--) flags.push(flag)
  }

  function coordinates(isShort: number, isSame: number): number[] {
    let value = 0
    return flags.slice(0, total).map(flag => {
      if (flag & isShort) value += flag & isSame ? data[at++]! : -data[at++]!
      else if (!(flag & isSame)) {
        value += data.readInt16BE(at)
        at += 2
      }
      return value
    })
  }

  const xs = coordinates(point.isShortX, point.isSameX)
  const ys = coordinates(point.isShortY, point.isSameY)
  return ends.map((end, index) => {
    const first = index === 0 ? 0 : ends[index - 1]! + 1
    return Array.from({ length: end + 1 - first }, (_, place) => ({ x: xs[first + place]!, y: ys[first + place]!, isOn: (flags[first + place]! & point.isOnCurve) !== 0 }))
  })
}

/** Parts that are placed by matching points, which no font of Chinese does, are left where they are. */
function compositeContours(data: Buffer, partOf: (glyph: number) => Contours): Contours {
  const found: Contours = []
  for (let at = 10, flags: number = component.goesOn; flags & component.goesOn;) {
    flags = data.readUInt16BE(at)
    const part = partOf(data.readUInt16BE(at + 2))
    at += 4
    const [first, second] = flags & component.hasWords ? [data.readInt16BE(at), data.readInt16BE(at + 2)] : [data.readInt8(at), data.readInt8(at + 1)]
    const [dx, dy] = flags & component.hasOffsets ? [first, second] : [0, 0]
    at += flags & component.hasWords ? 4 : 2
    const scale = () => data.readInt16BE((at += 2) - 2) / 16_384 // F2Dot14
    let [a, b, c, d] = [1, 0, 0, 1]
    if (flags & component.hasScale) a = d = scale()
    else if (flags & component.hasTwoScales) [a, d] = [scale(), scale()]
    else if (flags & component.hasMatrix) [a, b, c, d] = [scale(), scale(), scale(), scale()]
    found.push(...part.map(contour => contour.map(({ x, y, isOn }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, isOn }))))
  }
  return found
}

const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, isOn: true })

/** Between two points off the curve lies one on it, half way. A contour may begin off the curve. */
function pathOf(contour: Point[]): string {
  const [first, second = first] = contour
  if (!first || !second) return ''
  const start = first.isOn ? first : second.isOn ? second : middle(first, second)
  const rest = first.isOn ? contour.slice(1) : [...contour.slice(second.isOn ? 2 : 1), first]
  let path = `M${start.x} ${start.y}`
  let control: Point | undefined

  function reach(target: Point) {
    path += control ? `Q${control.x} ${control.y} ${target.x} ${target.y}` : `L${target.x} ${target.y}`
    control = undefined
  }

  for (const next of rest) {
    if (next.isOn) reach(next)
    else {
      if (control) reach(middle(control, next))
      control = next
    }
  }
  reach(start)
  return `${path}Z`
}
