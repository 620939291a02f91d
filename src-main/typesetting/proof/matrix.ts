import type { Matrix } from '../../common/print/print'

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** `outer` applied after `inner`. */
export function multiply([a, b, c, d, e, f]: Matrix, inner: Matrix): Matrix {
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** `matrix(a b c d e f)`, `translate(x y)` and `scale(x y)` as SVG writes them; nothing is the identity. */
export function readTransform(transform: string | undefined): Matrix {
  if (transform === undefined) return identity
  let matrix = identity
  for (const [, name, list] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const numbers = list!.trim().split(/[\s,]+/).map(Number)
    matrix = multiply(matrix, asMatrix(name!, numbers))
  }
  return matrix
}

function asMatrix(name: string, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: number[]): Matrix {
  if (name === 'matrix') return [a, b, c, d, e, f]
  if (name === 'translate') return [1, 0, 0, 1, a, b]
  if (name === 'scale') return [a, 0, 0, b || a, 0, 0]
  throw new Error(`Unknown transform ${name}`)
}
