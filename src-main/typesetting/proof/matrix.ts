import type { Matrix } from '../../common/print/print'

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** `outer` applied after `inner`. By index, as all of this: a page has thousands. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d] = [outer[0], outer[1], outer[2], outer[3]]
  return [
    a * inner[0] + c * inner[1], b * inner[0] + d * inner[1], a * inner[2] + c * inner[3], b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + outer[4], b * inner[4] + d * inner[5] + outer[5],
  ]
}

/** `matrix(a b c d e f)`, `translate(x y)` and `scale(x y)` as SVG writes them; nothing is the identity. */
export function readTransform(transform: string | undefined): Matrix {
  if (transform === undefined) return identity
  let matrix: Matrix | undefined
  for (let at = 0, open = transform.indexOf('('); open >= 0; open = transform.indexOf('(', at)) {
    const close = transform.indexOf(')', open)
    const one = asMatrix(transform.slice(at, open).trim(), transform.slice(open + 1, close))
    matrix = matrix ? multiply(matrix, one) : one
    at = close + 1
  }
  return matrix ?? identity
}

function asMatrix(name: string, list: string): Matrix {
  if (name === 'matrix') {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = list.trim().split(/[\s,]+/).map(Number)
    return [a, b, c, d, e, f]
  }
  const gap = list.search(list.includes(',') ? /,/ : / |$/)
  const [x, y] = [Number(list.slice(0, gap)), Number(list.slice(gap + 1))]
  if (name === 'translate') return [1, 0, 0, 1, x, y]
  if (name === 'scale') return [x, 0, 0, y || x, 0, 0]
  throw new Error(`Unknown transform ${name}`)
}
