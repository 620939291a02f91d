import { AppError } from '../../common/ipc/errors'
import type { Fit, MissingGlyph, Slot } from '../../common/print/print'

/** `4x30x13`: columns, lines, characters. */
export function readSlot(argument: string): Slot {
  const [, columns, lines, characters] = /^(\d+)[x×](\d+)[x×](\d+)$/i.exec(argument.trim()) ?? []
  const slot = { columns: Number(columns), lines: Number(lines), characters: Number(characters) }
  const isPossible = slot.columns >= 1 && slot.columns <= 16 && slot.lines >= 5 && slot.lines <= 300 && slot.characters >= 5 && slot.characters <= 80
  if (!isPossible) throw new AppError('invalid-arguments', `${argument} 不是槽位：应为 栏x行x字，如 4x30x13（1–16 栏，5–300 行，5–80 字）`, { slot: argument })
  return slot
}

export const slotName = ({ columns, lines, characters }: Slot) => `${columns}×${lines}×${characters}`

/** 超 8 行 / 余 3 行 / 正好. */
export function fitInWords({ over, spare }: Pick<Fit, 'over' | 'spare'>): string {
  if (over > 0) return `超 ${over} 行`
  return spare > 0 ? `余 ${spare} 行` : '正好'
}

export const missingInWords = ({ character, codePoint, count, context }: MissingGlyph) => `缺字 ${character}（${codePoint}）×${count}：…${context}…`
