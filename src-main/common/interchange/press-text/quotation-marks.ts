import { hasHan, isLatin } from './characters'

const closingOf: Record<string, string> = { '“': '”', '‘': '’' }
const openingOf: Record<string, string> = { '”': '“', '’': '‘' }

const isApostrophe = (text: string, index: number) =>
  isLatin(text[index - 1] ?? '') && /[’']/.test(text[index]!) && isLatin(text[index + 1] ?? '')

const isCurled = (code: number) => code === 0x2018 || code === 0x2019 || code === 0x201C || code === 0x201D
const anyMark = /[“”‘’"'＂＇]/g

/** The marks still open at the end of `text`, or undefined when one closes what was not opened or opens twice. */
export function openQuotationMarks(text: string): string[] | undefined {
  const open: string[] = []
  for (let index = 0; index < text.length; index++) {
    if (!isCurled(text.charCodeAt(index)) || isApostrophe(text, index)) continue
    const mark = text[index]!
    if (mark in closingOf) {
      if (open.at(-1) === mark) return undefined
      open.push(mark)
    } else if (mark in openingOf && open.pop() !== openingOf[mark]) {
      return undefined
    }
  }
  return open
}

export const areQuotationMarksPaired = (text: string) => openQuotationMarks(text)?.length === 0

const hasStraightMarks = /["'＂＇]/

/** Straight marks in Chinese text as “ ” ‘ ’; left as they are when they do not pair. */
export function curledQuotationMarks(text: string): string {
  if (!hasStraightMarks.test(text) || !hasHan(text)) return text
  const open = new Set<string>()
  const curled = text.replace(anyMark, (mark, index: number) => curledMark(text, mark, index, open))
  return areQuotationMarksPaired(curled) ? curled : text
}

function curledMark(text: string, mark: string, index: number, open: Set<string>): string {
  if (mark in closingOf) open.add(mark)
  if (mark in openingOf) open.delete(openingOf[mark]!)
  if (!hasStraightMarks.test(mark) || isApostrophe(text, index)) return mark
  const opening = mark === '"' || mark === '＂' ? '“' : '‘'
  if (open.delete(opening)) return closingOf[opening]!
  open.add(opening)
  return opening
}
