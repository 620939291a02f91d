import { operations, type Operation } from './content-stream'

/** Whether black (0 0 0 1) is the colour of fills and of strokes. */
interface Black { fill: boolean, stroke: boolean }

/** The graphics state for each of the four cases: `name` as the page's resources know it. */
export const overprintStates = [false, true].flatMap(fill => [false, true].map(stroke =>
  ({ name: stateName({ fill, stroke }), dictionary: { Type: 'ExtGState', OP: stroke, op: fill, OPM: 1 } })))

function stateName({ fill, stroke }: Black): string {
  return `QyOver${fill ? 'F' : ''}${stroke ? 'S' : ''}`
}

/**
 * Sets black over what lies below it, and everything else in its place: before each operator that sets a colour comes the graphics state for it
 * (ISO 32000-1, 8.6.7: with OPM 1 a component of 0 leaves the ink below alone).
 */
export function overprintBlack(stream: string): string {
  const [parts, saved] = [[] as string[], [] as { black: Black, space: Spaces, set: string | undefined }[]]
  let [black, space, set, copied]: [Black, Spaces, string | undefined, number] = [{ fill: false, stroke: false }, { fill: '', stroke: '' }, undefined, 0]
  for (const operation of operations(stream)) {
    if (operation.operator === 'q') saved.push({ black, space, set })
    else if (operation.operator === 'Q') ({ black, space, set } = saved.pop() ?? { black, space, set })
    else if (colourOperators.has(operation.operator)) {
      [black, space] = afterColour(operation, black, space)
      if (stateName(black) !== set) {
        set = stateName(black)
        parts.push(stream.slice(copied, operation.start), `/${set} gs\n`)
        copied = operation.start
      }
    }
  }
  return parts.concat(stream.slice(copied)).join('')
}

interface Spaces { fill: string, stroke: string }

const colourOperators = new Set(['k', 'K', 'g', 'G', 'rg', 'RG', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN'])

function afterColour({ operator, operands }: Operation, black: Black, space: Spaces): [Black, Spaces] {
  const part = operator === operator.toUpperCase() ? 'stroke' : 'fill'
  const isInCmyk = operator === 'k' || operator === 'K' || /^sc/i.test(operator) && space[part] === '/DeviceCMYK'
  const named = /^cs$/i.test(operator) ? String(operands[0]) : /^sc/i.test(operator) ? space[part] : ''
  return [{ ...black, [part]: isInCmyk && operands.join(' ') === '0 0 0 1' }, { ...space, [part]: named }]
}
