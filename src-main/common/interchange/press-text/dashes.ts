import { hasHan, isWide } from './characters'

const dashes = /-{2,}|－{2,}|[―─]{2,}/g
const dots = /\.{3,}|。{3,}|…+/g
const middleDots = /[•・･∙]/g

/** Dashes, ellipses and middle dots of Chinese text in their standard forms: —— …… ·. A rule drawn with dashes stays. */
export function standardDashes(text: string): string {
  if (!hasHan(text)) return text
  const isBesideWide = (start: number, end: number, whole: string) => isWide(whole[start - 1] ?? '') || isWide(whole[end] ?? '')
  return text
    .replace(dashes, (mark, start: number, whole: string) => mark.length <= 4 && isBesideWide(start, start + mark.length, whole) ? '——' : mark)
    .replace(dots, (mark, start: number, whole: string) => isBesideWide(start, start + mark.length, whole) ? '……' : mark)
    .replace(middleDots, (mark, start: number, whole: string) => isWide(whole[start - 1] ?? '') && isWide(whole[start + 1] ?? '') ? '·' : mark)
}
