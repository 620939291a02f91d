import { plates, type Plate } from '../../common/print/preflight'
import { millimetre, type PressPage } from './geometry'

/** The colour space in which marks print on every plate (ISO 32000-1, 8.6.6.4), as the page's resources know it. */
export const registrationColour = 'QyAll'

const weight = 0.25 // pt
const cropLength = 5 * millimetre
const gap = 0.5 * millimetre // between bleed and marks
const registrationRadius = 1.7 * millimetre
const patch = { width: 4 * millimetre, height: 3 * millimetre, solid: 1, tint: 0.5 }

/** Crop marks, registration marks and the colour bar as one content stream, all of it outside the bleed. */
export function pressMarks(page: PressPage, used: readonly Plate[]): string {
  const lines = [...cropMarks(page), ...registrationMarks(page)]
  return ['q', `${weight} w`, `/${registrationColour} CS 1 SCN`, ...lines, ...colourBar(page, used), 'Q', ''].join('\n')
}

const number = (value: number) => String(Math.round(value * 1000) / 1000)
const line = (x1: number, y1: number, x2: number, y2: number) => `${[x1, y1].map(number).join(' ')} m ${[x2, y2].map(number).join(' ')} l S`

function cropMarks({ trim, bleed }: PressPage): string[] {
  const [left, bottom, right, top] = trim
  const [outerLeft, outerBottom, outerRight, outerTop] = [bleed[0] - gap, bleed[1] - gap, bleed[2] + gap, bleed[3] + gap]
  return [
    ...[left, right].flatMap(x => [line(x, outerBottom, x, outerBottom - cropLength), line(x, outerTop, x, outerTop + cropLength)]),
    ...[bottom, top].flatMap(y => [line(outerLeft, y, outerLeft - cropLength, y), line(outerRight, y, outerRight + cropLength, y)]),
  ]
}

/** A cross in a circle at the middle of each side. */
function registrationMarks({ media, bleed }: PressPage): string[] {
  const [middle, centre] = [media[2] / 2, media[3] / 2]
  const away = gap + registrationRadius
  const places = [[middle, bleed[1] - away], [middle, bleed[3] + away], [bleed[0] - away, centre], [bleed[2] + away, centre]] as const
  return places.flatMap(([x, y]) => [
    line(x - registrationRadius, y, x + registrationRadius, y), line(x, y - registrationRadius, x, y + registrationRadius), circle(x, y, registrationRadius * 0.6),
  ])
}

const curve = 0.5523 // control points of a quarter circle, in radii

function circle(x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number) => `${number(x + dx * radius)} ${number(y + dy * radius)}`
  const quarters = [[[1, curve], [curve, 1], [0, 1]], [[-curve, 1], [-1, curve], [-1, 0]], [[-1, -curve], [-curve, -1], [0, -1]], [[curve, -1], [1, -curve], [1, 0]]]
  return `${at(1, 0)} m ${quarters.map(points => `${points.map(([dx, dy]) => at(dx!, dy!)).join(' ')} c`).join(' ')} S`
}

/** A solid and a half tint of each plate in use, above the trim; as many as fit left of the registration mark, solids first and of them black. */
function colourBar({ trim, bleed, media }: PressPage, used: readonly Plate[]): string[] {
  const room = media[2] / 2 - 2 * registrationRadius - trim[0] - patch.width
  const patches = [patch.solid, patch.tint].flatMap(tint => [...used].reverse().map(plate => plates.map(each => each === plate ? tint : 0).join(' ')))
  return patches.slice(0, Math.max(0, Math.floor(room / patch.width))).map((colour, index) =>
    `${colour} k ${number(trim[0] + patch.width * (index + 1))} ${number(bleed[3] + gap)} ${number(patch.width)} ${number(patch.height)} re f`)
}
