import { PDFDocument } from '@cantoo/pdf-lib'
import { operations } from '../press/content-stream'
import { contentsOf, streamText } from '../press/streams'

type Point = [x: number, y: number]
export interface Leader { page: number, colour: string, points: Point[] }

/** Up or down from the words, along the line, on to the margin. */
function isLeader([start, a, b, c, d, ...more]: Point[]): boolean {
  if (!start || !a || !b || !c || !d || more.length > 0 || !Number.isNaN(start[0])) return false
  return Math.abs(a[0] - b[0]) < 0.01 && Math.abs(b[1] - c[1]) < 0.01 && d[0] - c[0] > 1
}

const multiplied = (a: number[], b: number[]) => [a[0]! * b[0]! + a[1]! * b[2]!, a[0]! * b[1]! + a[1]! * b[3]!, a[2]! * b[0]! + a[3]! * b[2]!, a[2]! * b[1]! + a[3]! * b[3]!, a[4]! * b[0]! + a[5]! * b[2]! + b[4]!, a[4]! * b[1]! + a[5]! * b[3]! + b[5]!]

/** The leaders of a galley as the PDF draws them: stroked lines of three stretches. Coordinates are pt on the page. */
export async function leadersOf(bytes: Uint8Array): Promise<Leader[]> {
  const document = await PDFDocument.load(bytes)
  return document.getPages().flatMap((page, index) => leadersIn(contentsOf(page).map(ref => streamText(document.context.lookup(ref))).join('\n'), index + 1))
}

function leadersIn(stream: string, page: number): Leader[] {
  const leaders: Leader[] = []
  let [state, points, colour] = [[1, 0, 0, 1, 0, 0], [] as Point[], '']
  const stack: { state: number[], colour: string }[] = []
  for (const { operator, operands } of operations(stream)) {
    const numbers = operands.map(Number)
    if (operator === 'q') stack.push({ state, colour })
    else if (operator === 'Q') ({ state, colour } = stack.pop() ?? { state, colour })
    else if (operator === 'cm') state = multiplied(numbers, state)
    else if (operator === 'SCN' || operator === 'RG') colour = numbers.join(' ')
    else if (operator === 'm' || operator === 'l') {
      const [x, y] = [numbers[0]! * state[0]! + numbers[1]! * state[2]! + state[4]!, numbers[0]! * state[1]! + numbers[1]! * state[3]! + state[5]!]
      points = operator === 'm' ? [...points, [NaN, NaN], [x, y]] : [...points, [x, y]]
    } else if (['c', 'v', 'y', 're', 'h'].includes(operator)) points = [...points, [NaN, NaN]]
    else if (['S', 's', 'f', 'f*', 'B', 'n', 'W'].includes(operator)) {
      if (operator === 'S' && isLeader(points)) leaders.push({ page, colour, points: points.slice(1) })
      if (operator !== 'W') points = []
    }
  }
  return leaders
}

/** Pairs of leaders of one colour on one page that cross or touch. */
export function crossings(leaders: Leader[]): [Leader, Leader][] {
  const pairs = leaders.flatMap((a, index) => leaders.slice(index + 1).map((b): [Leader, Leader] => [a, b]))
  return pairs.filter(([a, b]) => a.page === b.page && a.colour === b.colour && stretches(a).some(one => stretches(b).some(other => meet(one, other))))
}

const stretches = ({ points }: Leader) => points.slice(1).map((point, index): [Point, Point] => [points[index]!, point])
const side = ([a, b]: [Point, Point], [x, y]: Point) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])

function meet(a: [Point, Point], b: [Point, Point]): boolean {
  const apart = [0, 1].some(axis => Math.max(a[0][axis]!, a[1][axis]!) < Math.min(b[0][axis]!, b[1][axis]!) - 0.01 || Math.max(b[0][axis]!, b[1][axis]!) < Math.min(a[0][axis]!, a[1][axis]!) - 0.01)
  if (apart) return false
  return side(a, b[0]) * side(a, b[1]) <= 0.001 && side(b, a[0]) * side(b, a[1]) <= 0.001
}
