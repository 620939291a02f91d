/** Marks that open no line and that close none: GB/T 15834, W3C clreq. */
const noStart = /^[，。、；：？！）》」』”’〉】〕％%·…—\-–]/
const noEnd = /[（《「『“‘〈【〔—]$/
/** Words that lean on what stands before them, and those that lean on what follows. */
const leaningBack = /^(的|地|得|了|着|过|们|等|之|者|吗|呢|吧|等等)$/
const leaningOn = /^(和|与|及|或|在|把|被|对|向|为|将|从|以|于|是|不|未|第|每|各|让|使|由|至|到|令|昨日|昨天|今日|今天|明日|明天|近日|日前|上午|下午|已|正在|正式|再次|首次|全面|全力|进一步)$/

const mostLines = 3
const fewestCharacters = 3 // of a line
const mostBreaks = 6 // proposed

/** One way to break a headline, worse the higher its cost. */
interface Break { lines: string[], cost: number }

/**
 * Other ways to break a headline, the best first: lines as even as its words allow, no word, name in 《》 or quotation torn, no mark where none may stand.
 * Former lines that are run on keep a space between them, or not: both are proposed.
 */
export function headlineBreaks(lines: readonly string[]): string[][] {
  const now = lines.join('\n')
  const joined = [...new Set([lines.join('　'), lines.join('')])]
  const found = joined.flatMap(text => Array.from({ length: mostLines }, (_, index) => bestBreaks(text, index + 1)).flat())
  return unique(found.sort((one, other) => one.cost - other.cost).map(each => each.lines)).filter(each => each.join('\n') !== now).slice(0, mostBreaks)
}

/** Characters a line counts, Latin letters and digits as halves. */
export const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (/[\u0000-\u00FF]/.test(character) ? 0.5 : 1), 0)

function bestBreaks(text: string, count: number): Break[] {
  const pieces = piecesOf(text)
  const mean = widthOf(text) / count
  let open: (Break & { rest: number })[] = [{ lines: [], cost: 0, rest: 0 }]
  for (let line = 1; line <= count; line++) {
    open = open.flatMap(begun => endsAfter(pieces, begun.rest, line === count).map(end => {
      const words = pieces.slice(begun.rest, end).map(piece => piece.text).join('').trim()
      const uneven = Math.abs(widthOf(words) - mean) / mean
      return { lines: [...begun.lines, words], cost: begun.cost + uneven * 4 + (line === count ? 0 : pieces[end]!.costBefore), rest: end }
    })).filter(({ lines: made, cost }) => made.every(words => widthOf(words) >= fewestCharacters) && cost < 6)
  }
  return open.sort((one, other) => one.cost - other.cost).slice(0, 2)
}

function endsAfter(pieces: Piece[], start: number, isLast: boolean): number[] {
  if (isLast) return start < pieces.length ? [pieces.length] : []
  return pieces.map((_, index) => index).filter(index => index > start && pieces[index]!.costBefore < 4)
}

/** A word, mark or space, and what a break before it costs. */
interface Piece { text: string, costBefore: number }

const words = new Intl.Segmenter('zh', { granularity: 'word' })

function piecesOf(text: string): Piece[] {
  const found = [...words.segment(text)].map(({ segment }) => segment)
  let depth = 0
  return found.map((piece, index) => {
    const before = found[index - 1] ?? ''
    if (/[“‘《〈「『（(]/.test(before)) depth += 1
    const costBefore = costOfBreak(before, piece, depth)
    if (/[”’》〉」』）)]/.test(piece)) depth = Math.max(0, depth - 1)
    return { text: piece, costBefore }
  })
}

function costOfBreak(before: string, after: string, depth: number): number {
  if (noStart.test(after) || noEnd.test(before) || leaningBack.test(after) || /\d$/.test(before) || /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after)) return 9
  if (/^\s+$/.test(before) || /^\s+$/.test(after)) return 0
  if (/[，。；：！？]$/.test(before)) return 0
  if (leaningOn.test(before)) return 3
  if (before.length === 1 && after.length === 1) return 9 // of a name, most likely
  return (depth > 0 ? 3 : 0) + (before.length === 1 ? 2 : 1)
}

const unique = (all: string[][]) => all.filter((lines, index) => all.findIndex(other => other.join('\n') === lines.join('\n')) === index)
