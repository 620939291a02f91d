import { PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFContext, type PDFObject, type PDFPage } from '@cantoo/pdf-lib'
import { spaceName } from './colour-spaces'
import { operations, type Operand } from './content-stream'
import { boxAround, identity, times, type Matrix, type Rectangle } from './matrix'
import { contentsOf, streamText } from './streams'

/** Something a page puts on the plates. */
export interface Paint {
  kind: 'fill' | 'stroke' | 'text' | 'image' | 'shading'
  space: string // as `spaceName` gives it
  colour: readonly number[] // none for images, shadings and patterns
  overprints: boolean // leaves what lies below it
  overprintMode: number
  box: Rectangle // on the page, pt
  image?: PDFRawStream
  matrix: Matrix // of the image's unit square
}

interface Colour { space: string, values: readonly number[] }
interface State { matrix: Matrix, fill: Colour, stroke: Colour, overprint: { fill: boolean, stroke: boolean, mode: number }, size: number, mode: number }

const gray: Colour = { space: 'DeviceGray', values: [0] }
const initial: State = { matrix: identity, fill: gray, stroke: gray, overprint: { fill: false, stroke: false, mode: 0 }, size: 0, mode: 0 }
const deepestForm = 20

/** Everything a page paints, in order, the content of its form XObjects included; patterns are one paint. */
export function paintsOf(page: PDFPage): Paint[] {
  const resources = page.node.Resources() ?? page.doc.context.obj({})
  const stream = contentsOf(page).map(ref => streamText(page.doc.context.lookup(ref))).join('\n')
  return [...paintsIn(page.doc.context, stream, resources, initial, 0)]
}

function* paintsIn(context: PDFContext, stream: string, resources: PDFDict, start: State, depth: number): Generator<Paint> {
  if (depth > deepestForm) throw new Error('Form XObjects inside each other without end')
  const saved: State[] = []
  let [state, path, line, at]: [State, number[], Matrix, Matrix] = [start, [], identity, identity]

  const named = (kind: string, name: Operand | undefined): PDFObject | undefined => {
    const group = resources.lookup(PDFName.of(kind))
    return group instanceof PDFDict ? group.lookup(PDFName.of(String(name).slice(1))) : undefined
  }
  const space = (name: Operand | undefined) => spaceName(context, named('ColorSpace', name) ?? PDFName.of(String(name).slice(1)))
  const paint = (kind: Paint['kind'], { space, values }: Colour, part: 'fill' | 'stroke', box: Rectangle): Paint =>
    ({ kind, space, colour: values, overprints: state.overprint[part], overprintMode: state.overprint.mode, box, matrix: state.matrix })

  for (const { operator, operands } of operations(stream)) {
    const numbers = operands.filter(operand => typeof operand === 'number')
    switch (operator) {
      case 'q': saved.push(state); break
      case 'Q': state = saved.pop() ?? state; break
      case 'cm': state = { ...state, matrix: times(numbers as unknown as Matrix, state.matrix) }; break
      case 'gs': state = withGraphicsState(state, named('ExtGState', operands[0])); break
      case 'g': case 'rg': case 'k': state = { ...state, fill: { space: deviceSpaces[operator]!, values: numbers } }; break
      case 'G': case 'RG': case 'K': state = { ...state, stroke: { space: deviceSpaces[operator.toLowerCase()]!, values: numbers } }; break
      case 'cs': state = { ...state, fill: { space: space(operands[0]), values: [] } }; break
      case 'CS': state = { ...state, stroke: { space: space(operands[0]), values: [] } }; break
      case 'sc': case 'scn': state = { ...state, fill: { ...state.fill, values: numbers } }; break
      case 'SC': case 'SCN': state = { ...state, stroke: { ...state.stroke, values: numbers } }; break
      case 'm': case 'l': case 'c': case 'v': case 'y': path.push(...numbers); break
      case 're': path.push(...rectangle(numbers)); break
      case 'f': case 'F': case 'f*': case 'S': case 's': case 'B': case 'B*': case 'b': case 'b*': case 'n': {
        const box = boxAround(state.matrix, path)
        if (/^[fFbB]/.test(operator)) yield paint('fill', state.fill, 'fill', box)
        if (/^[sSbB]/.test(operator)) yield paint('stroke', state.stroke, 'stroke', box)
        path = []
        break
      }
      case 'BT': [line, at] = [identity, identity]; break
      case 'Tm': line = at = numbers as unknown as Matrix; break
      case 'Td': case 'TD': line = at = times([1, 0, 0, 1, numbers[0]!, numbers[1]!], line); break
      case 'Tf': state = { ...state, size: numbers[0]! }; break
      case 'Tr': state = { ...state, mode: numbers[0]! }; break
      case 'Tj': case 'TJ': case "'": case '"': {
        const box = boxAround(times(at, state.matrix), textCorners(String(operands.at(-1)), state.size))
        if ([0, 2, 4, 6].includes(state.mode)) yield paint('text', state.fill, 'fill', box)
        if ([1, 2, 5, 6].includes(state.mode)) yield paint('text', state.stroke, 'stroke', box)
        break
      }
      case 'sh': yield paint('shading', { space: shadingSpace(context, named('Shading', operands[0])), values: [] }, 'fill', boxAround(state.matrix, unitSquare)); break
      case 'BI': yield paint('image', { space: 'inline', values: [] }, 'fill', boxAround(state.matrix, unitSquare)); break
      case 'Do': yield* drawn(named('XObject', operands[0])); break
    }
  }

  function* drawn(object: PDFObject | undefined): Generator<Paint> {
    if (!(object instanceof PDFRawStream)) return
    if (object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) {
      const isMask = String(object.dict.lookup(PDFName.of('ImageMask'))) === 'true'
      const colour = isMask ? state.fill : { space: spaceName(context, object.dict.get(PDFName.of('ColorSpace'))), values: [] }
      yield { ...paint(isMask ? 'fill' : 'image', colour, 'fill', boxAround(state.matrix, unitSquare)), ...isMask ? {} : { image: object } }
      return
    }
    const own = object.dict.lookup(PDFName.of('Resources'))
    const matrix = times(matrixOf(object.dict), state.matrix)
    yield* paintsIn(context, streamText(object), own instanceof PDFDict ? own : resources, { ...state, matrix }, depth + 1)
  }
}

const deviceSpaces: Readonly<Record<string, string>> = { g: 'DeviceGray', rg: 'DeviceRGB', k: 'DeviceCMYK' }
const unitSquare = [0, 0, 1, 0, 0, 1, 1, 1]

const rectangle = ([x = 0, y = 0, width = 0, height = 0]: number[]) => [x, y, x + width, y, x, y + height, x + width, y + height]

/** About the room the glyphs take, one em each, from a string of two-byte codes as Typst writes them. */
function textCorners(shown: string, size: number): number[] {
  const codes = [...shown.matchAll(/<([0-9A-Fa-f\s]*)>/g)].reduce((sum, [, digits]) => sum + digits!.length / 4, 0)
  const width = Math.max(1, codes) * size
  return [0, -0.2 * size, width, -0.2 * size, 0, size, width, size]
}

function withGraphicsState(state: State, dictionary: PDFObject | undefined): State {
  if (!(dictionary instanceof PDFDict)) return state
  const value = (name: string) => dictionary.lookup(PDFName.of(name))
  const stroke = value('OP') === undefined ? state.overprint.stroke : String(value('OP')) === 'true'
  const fill = value('op') === undefined ? value('OP') === undefined ? state.overprint.fill : stroke : String(value('op')) === 'true'
  const mode = value('OPM')
  return { ...state, overprint: { fill, stroke, mode: mode instanceof PDFNumber ? mode.asNumber() : state.overprint.mode } }
}

function shadingSpace(context: PDFContext, shading: PDFObject | undefined): string {
  const dictionary = shading instanceof PDFRawStream ? shading.dict : shading
  return dictionary instanceof PDFDict ? spaceName(context, dictionary.get(PDFName.of('ColorSpace'))) : 'none'
}

function matrixOf(form: PDFDict): Matrix {
  const matrix = form.lookup(PDFName.of('Matrix'))
  return matrix ? String(matrix).replace(/[[\]]/g, ' ').trim().split(/\s+/).map(Number) as unknown as Matrix : identity
}

