import { isWide } from './characters'
import type { CandidateLine } from './classify'
import { isDatelineLine } from './line-kinds'

/** Widths are in half-width characters. */
interface Line { text: string, width: number, indent: number, isText: boolean }

/** How a text with lines broken at a width tells its paragraphs. */
interface Wrapping { width: number, indent: number, isIndented: boolean, isSpaced: boolean }

const narrowest = 40
const widest = 160
const fewestBroken = 2
const usual = 0.8
const slack = 3
const longestLine = 400

/**
 * For a text whose lines were broken at a width (a mail, a terminal, an old word processor): for each line, whether it goes on the
 * paragraph of the line before. All false for a text of one line a paragraph.
 */
export function continuations(originals: readonly string[], candidates: readonly CandidateLine[]): boolean[] {
  const lines = originals.map((original, index) => measured(original, candidates[index]!))
  const goesOn = new Array<boolean>(lines.length).fill(false)
  const wrapping = wrappingOf(lines)
  if (wrapping) for (const [start, end] of paragraphs(lines, wrapping)) goesOn.fill(true, start + 1, end)
  return goesOn
}

function measured(original: string, { text, kind }: CandidateLine): Line {
  if (original.length > longestLine) return { text: original, width: widest + 1, indent: 0, isText: true }
  const indent = widthOf(/^\s*/.exec(original)![0])
  return { text, width: indent + widthOf(text), indent, isText: text !== '' && (kind === 'text' || isDatelineLine(original)) }
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character) ? 2 : 1
  return width
}

/**
 * Lines of text that stop in the middle of a sentence tell the width, when nearly all of them come up to it and nothing after the first passes it.
 * Two titles to a line, as lists of other stories have them, tell nothing.
 */
function wrappingOf(lines: readonly Line[]): Wrapping | undefined {
  const broken = lines.flatMap((line, index) => line.isText && line.width >= narrowest && isMidSentence(line.text) && !isTwoTitles(line.text) && lines[index + 1]?.isText ? [index] : [])
  if (broken.length < fewestBroken) return undefined
  const body = lines.slice(broken[0])
  const text = body.filter(line => line.isText)
  const width = text.reduce((most, line) => Math.max(most, line.width), 0)
  const full = broken.filter(index => isFull(lines[index]!, lines[index + 1]!, width))
  if (width > widest || full.length < Math.max(fewestBroken, broken.length * usual)) return undefined
  const indent = text.reduce((least, line) => Math.min(least, line.indent), widest)
  return { width, indent, isIndented: text.some(line => line.indent > indent), isSpaced: body.some((line, index) => line.text === '' && body[index + 1]?.isText) }
}

const isMidSentence = (text: string) => !/[。！？!?：:；;…”’"）)》】]$/.test(text)
const isTwoTitles = (text: string) => /^(?!.*记者).{8,}\s+\S{8}/u.test(text)
const isSentenceEnd = (text: string) => /[。！？!?…][”’"）)]?$/.test(text)
const endsParagraph = (text: string) => /[。！？!?：:；;…”’"）)]$/.test(text)

/** Whether the next line's first word would have found no room: then the break is the width's, not the author's. */
const isFull = (line: Line, next: Line, width: number) => line.width + widthOf(firstWord.exec(next.text)?.[0] ?? '') + slack > width
const firstWord = /^(?:[A-Za-z0-9.%]+|.)[，。；：！？、）”’》]*/u

/** Runs of lines `[start, end)` that are one paragraph. */
function* paragraphs(lines: readonly Line[], wrapping: Wrapping): Generator<[number, number]> {
  let start = 0
  while (start < lines.length) {
    let end = start + 1
    while (end < lines.length && isContinued(lines[end - 1]!, lines[end]!, wrapping)) end++
    if (end - start > 1 && endsParagraph(lines[end - 1]!.text)) yield [start, end]
    start = end
  }
}

/** A sentence that ends with its line may end the paragraph: indents or blank lines between paragraphs say whether it does. */
function isContinued(before: Line, line: Line, { width, indent, isIndented, isSpaced }: Wrapping): boolean {
  if (!before.isText || !line.isText || line.indent > indent || !isFull(before, line, width)) return false
  return isIndented || isSpaced || !isSentenceEnd(before.text)
}

/** The words of lines that are one paragraph: nothing between Chinese, a space between words of letters. */
export function joinedLines(originals: readonly string[]): string {
  return originals.reduce((whole, original) => {
    const next = original.trimStart()
    const before = whole.trimEnd()
    return before + (/[A-Za-z,.;]$/.test(before) && /^[A-Za-z0-9]/.test(next) ? ' ' : '') + next
  })
}
