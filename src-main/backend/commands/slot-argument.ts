import { AppError } from '../../common/ipc/errors'
import { isPossibleSlot, slotBounds, type Slot } from '../../common/print/slot'

/** `4x30x13`: columns, lines, characters. */
export function readSlot(argument: string): Slot {
  const [, columns, lines, characters] = /^(\d+)[x×](\d+)[x×](\d+)$/i.exec(argument.trim()) ?? []
  const slot = { columns: Number(columns), lines: Number(lines), characters: Number(characters) }
  if (!isPossibleSlot(slot)) throw new AppError('invalid-arguments', `${argument} is no slot`, { slot: argument, bounds })
  return slot
}

const range = (name: keyof typeof slotBounds) => `${slotBounds[name].least}–${slotBounds[name].most}`
const bounds = `${range('columns')} × ${range('lines')} × ${range('characters')}`

export const slotName = ({ columns, lines, characters }: Slot) => `${columns}×${lines}×${characters}`
