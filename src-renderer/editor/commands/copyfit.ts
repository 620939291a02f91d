import type { Command } from '@tiptap/pm/state'
import { breakHeadline } from '../../../src-main/common/document/headline-lines'
import { finalRange, type FinalStretch } from '../../../src-main/common/suggestions/final-range'

/** Breaks the headline into these lines, one step of undo; false when it holds other words. */
export const breakHeadlineInto = (lines: readonly string[]): Command => ({ tr }, dispatch) => {
  if (!breakHeadline(tr, lines)) return false
  dispatch?.(tr)
  return true
}

/** Cuts words of the final text; false when they are not all there. `cuts` are in the order of the text. */
export const cutWords = (cuts: readonly FinalStretch[]): Command => ({ doc, tr }, dispatch) => {
  const ranges = cuts.map(cut => finalRange(doc, cut))
  for (const range of ranges.reverse()) {
    if (!range) return false
    tr.delete(range.from, range.to)
  }
  dispatch?.(tr)
  return true
}
