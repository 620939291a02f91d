import { hasHan, isLatin, isWide } from './characters'

const opening = /[(（]/

interface Pair { open: number, close: number }

/**
 * Parentheses around or beside Chinese full width, both of a pair alike; `5G(NSA)`, `f(x)` and `GDP(2021)` keep theirs.
 * Changes `characters`, the units of `text`, in place; `isKept` names places that must stay as they are.
 */
export function widenParentheses(text: string, characters: string[], isKept: (index: number) => boolean): void {
  const { pairs, single } = pairsOf(text, isKept)
  for (const pair of pairs) {
    if (!isChinesePair(characters, pair)) continue
    characters[pair.open] = '（'
    characters[pair.close] = '）'
  }
  for (const index of single) {
    if (isChineseSingle(characters, index)) characters[index] = opening.test(characters[index]!) ? '（' : '）'
  }
}

/** Inner pairs come before the pairs around them. */
function pairsOf(text: string, isKept: (index: number) => boolean) {
  const pairs: Pair[] = []
  const single: number[] = []
  const open: number[] = []
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const [opens, closes] = [code === 0x28 || code === 0xFF08, code === 0x29 || code === 0xFF09]
    if (!opens && !closes || isKept(index)) continue
    if (opens) open.push(index)
    if (!closes) continue
    const start = open.pop()
    if (start === undefined) single.push(index)
    else pairs.push({ open: start, close: index })
  }
  return { pairs, single: [...single, ...open] }
}

const longestContent = 200

function isChinesePair(characters: string[], { open, close }: Pair): boolean {
  if (characters[open] === '（' || characters[close] === '）') return true
  if (close - open > longestContent || hasHan(characters.slice(open, close + 1).join(''))) return true
  return isWide(before(characters, open)) || (!isLatin(before(characters, open)) && isWide(after(characters, close)))
}

function isChineseSingle(characters: string[], index: number): boolean {
  return isWide(before(characters, index)) || isWide(after(characters, index))
}

const before = (characters: string[], index: number) => beside(characters, index, -1)
const after = (characters: string[], index: number) => beside(characters, index, 1)

/** The nearest character that is no space, or an empty string at the end of the line. */
export function beside(characters: string[], index: number, step: 1 | -1): string {
  let place = index + step
  while (characters[place] === ' ') place += step
  return characters[place] ?? ''
}
