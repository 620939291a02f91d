import type { Box } from '../../../src-main/common/print/page-plan'

const commands = /([MmLlHhVvQqCcZz])([^MmLlHhVvQqCcZz]*)/g
const numbers = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi
const counts: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, q: 4, c: 6 } // numbers of one step

/** The box of an outline of lines and curves, control points taken in. Null for an outline that draws nothing, undefined for one with other commands than Typst writes. */
export function pathBox(data: string): Box | null | undefined {
  if (/[^MmLlHhVvQqCcZze\s\d.,+-]/.test(data)) return undefined
  let [x, y, startX, startY] = [0, 0, 0, 0]
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]

  function reach(px: number, py: number) {
    left = Math.min(left, px)
    top = Math.min(top, py)
    right = Math.max(right, px)
    bottom = Math.max(bottom, py)
  }

  for (const [, letter = '', list = ''] of data.matchAll(commands)) {
    const kind = letter.toLowerCase()
    if (kind === 'z') [x, y] = [startX, startY]
    const values = list.match(numbers)?.map(Number) ?? []
    for (let at = 0; at < values.length; at += counts[kind]!) {
      if (kind !== 'm') reach(x, y)
      const [originX, originY] = letter === kind ? [x, y] : [0, 0]
      const step = values.slice(at, at + counts[kind]!)
      if (kind === 'h') x = originX + step[0]!
      else if (kind === 'v') y = originY + step[0]!
      else for (let pair = 0; pair < step.length; pair += 2) {
        [x, y] = [originX + step[pair]!, originY + step[pair + 1]!]
        if (kind !== 'm') reach(x, y)
      }
      if (kind === 'm') [startX, startY] = [x, y]
      else reach(x, y)
    }
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : null
}
