import type { Fit, Slot } from '../../common/print/print'
import { AppError } from '../../common/ipc/errors'

const mostLines = 300
const fewestLines = 12
const widths: readonly [most: number, columns: number][] = [[24, 2], [70, 3], [200, 4], [400, 5], [700, 6]] // body lines → columns
const mostColumns = 8

/**
 * The smallest slot that holds a story: its columns by the length of the body (2 up to 24 lines, 3 up to 70, 4 up to 200,
 * 5 up to 400, 6 up to 700, else 8), then as few lines as hold it. A larger headline may need a slot more than the first guess.
 */
export async function fittingSlot({ characters }: Slot, fitIn: (slot: Slot) => Promise<Fit>): Promise<Slot> {
  const { set } = await fitIn({ columns: 4, lines: mostLines, characters })
  const columns = widths.find(([most]) => set <= most)?.[1] ?? mostColumns
  let lines = fewestLines
  while (lines <= mostLines) {
    const fit = await fitIn({ columns, lines, characters })
    if (fit.over === 0) return { columns, lines, characters }
    lines += Math.max(1, Math.ceil(fit.over / columns))
  }
  throw new AppError('does-not-fit', 'The story is longer than the largest slot', { lines: set })
}
