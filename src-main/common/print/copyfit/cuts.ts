/** A stretch of a paragraph's words. */
export interface Stretch { from: number, to: number }

/** Words a sentence can do without, as sub-editors cut them: what intensifies, hedges or fills. Fixed phrases that hold them are words of their own. */
const fillers = new Set([
  '进一步', '切实', '认真', '不断', '积极', '大力', '扎实', '着力', '努力', '充分', '继续', '逐步', '持续', '分别', '纷纷', '正在', '正式', '顺利', '成功', '圆满', '隆重',
  '亲自', '亲切', '热情', '非常', '十分', '尤其', '更加', '极其', '广泛', '始终', '深刻', '牢牢', '紧紧', '有效', '全力', '共同', '随后', '已经', '真正', '及时', '主动',
])
const openers = /(?<=^|[。！？；])(同时|此外|另外|与此同时|值得一提的是|目前|当前)，/g
const aspect = /(?<=\p{Script=Han})(?<![为除罢不得完去来])了(?=\p{Script=Han})(?![解结却断然不得事])/gu

const mostWords = 3 // cut together
const mostExcess = 4 // characters more than needed

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Cuts of at least `needed` characters that a paragraph bears, those that lose least first: words it can do without, none of them quoted. */
export function cutsOf(text: string, needed: number): Stretch[][] {
  const spare = spareWords(text)
  const sets: Stretch[][] = [[]]
  for (const word of spare) sets.push(...sets.filter(set => set.length < mostWords && lengthOf(set) < needed).map(set => [...set, word]))
  return sets.filter(set => lengthOf(set) >= needed && lengthOf(set) <= needed + mostExcess)
    .sort((one, other) => lengthOf(one) - lengthOf(other) || one.length - other.length)
}

export const lengthOf = (stretches: readonly Stretch[]) => stretches.reduce((sum, { from, to }) => sum + to - from, 0)

/** The nearest run of `count` Han characters before `end`: what is tried to learn whether so much less saves a line. */
export function runBefore(text: string, end: number, count: number): Stretch | undefined {
  for (let from = end - count; from >= 0; from--) {
    if (/^\p{Script=Han}+$/u.test(text.slice(from, from + count))) return { from, to: from + count }
  }
  return undefined
}

const mostSpareWords = 12 // of a paragraph, so that few sets are tried

function spareWords(text: string): Stretch[] {
  const quoted = [...text.matchAll(/“[^”]*”|‘[^’]*’|《[^》]*》/g)].map(stretchOf)
  const found = [...fillersIn(text), ...[...text.matchAll(openers)].map(stretchOf), ...[...text.matchAll(aspect)].map(stretchOf)]
  return found.filter(word => quoted.every(({ from, to }) => word.to <= from || word.from >= to)).sort((one, other) => one.from - other.from).slice(0, mostSpareWords)
}

/** An adverb before the word it belongs to; its 地 goes with it. */
function fillersIn(text: string): Stretch[] {
  const pieces = [...words.segment(text)]
  return pieces.flatMap(({ segment, index }, at) => {
    const [before, after] = [pieces[at - 1]?.segment ?? '', pieces[at + 1]?.segment ?? '']
    if (!fillers.has(segment) || /^(不|很|更|没|没有|未|最|较)$/.test(before) || !/^\p{Script=Han}/u.test(after) || /^(的|了|性|化|率|和|与|、)/.test(after)) return []
    return [{ from: index, to: index + segment.length + (after === '地' ? 1 : 0) }]
  })
}

const stretchOf = ({ index, 0: { length } }: RegExpMatchArray): Stretch => ({ from: index!, to: index! + length })
