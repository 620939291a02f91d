import type { Mark, Node } from '@tiptap/pm/model'
import { schema } from '../../common/document/schema'
import type { Slot } from '../../common/print/slot'

/** GB/T 15834-2011 5.1, W3C clreq: marks that may not open a line. */
export const neverFirst = /^[，。、；：！？”’）》】〉」』〕…·～–/％%℃]/
/** Marks that may not close one. */
export const neverLast = /[“‘（《【〈「『]$/

const words = ['临江', '经济', '发展', '会议', '“满意答卷”', '（县、区）', '《方案》', 'https://www.linjiang.example/2026/report?id=18', '——', '……', '，', '。', '；', '：', '！', '？', '、', '6.8%', '2026年', 'GDP', 'Internet', 'sustainability', 'Manufacturing', '阿卜杜·热合曼', '5～10', '京–沪', '3/4', '20℃', '‘新’', '“《行动方案》”', '项目', '部署', '重点', '一', '的']

/** The same numbers for the same seed (mulberry32). */
export function randomNumbers(seed: number) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Words at random, but no text a writer would not write: marks do not follow marks, nor Latin words Latin words, and a paragraph opens with a word. */
export function randomParagraph(random: () => number, length: number): string {
  let text = '会议'
  while (text.length < length) {
    const word = words[Math.floor(random() * words.length)]!
    if (/[!-~℃]$/.test(text) && /^[!-~]/.test(word)) continue
    if (/[，。；：！？、—…]$/.test(text) && /^[，。；：！？、—…]/.test(word)) continue
    text += word
  }
  return `${text}完。`
}

/** A story of every kind of text block, with deck, styles in the middle of sentences, and marks where styles meet. */
export function randomStory(random: () => number): Node {
  const below = (limit: number) => Math.floor(random() * limit)
  const block = (type: string, length: number) => schema.node(type, null, styledRuns(random, randomParagraph(random, length)))
  const paragraph = () => block('paragraph', 20 + below(180))
  const item = () => schema.node('listItem', null, [paragraph(), ...random() < 0.2 ? [paragraph()] : []])
  const cell = () => schema.node('tableCell', null, [block('paragraph', 4 + below(12))])
  const table = () => schema.node('table', null, Array.from({ length: 3 }, () => schema.node('tableRow', null, [cell(), cell()]))) // heads stand again where a table is cut
  const makers = [
    paragraph, paragraph, paragraph, () => block('crosshead', 4 + below(16)), () => schema.node('quotation', null, [paragraph(), ...random() < 0.5 ? [paragraph()] : []]),
    () => table(), () => schema.node('figure', { picture: '', width: 3, height: 2 }, [schema.node('caption', null, styledRuns(random, `图：${randomParagraph(random, 10 + below(30))}`)), block('credit', 4)]),
    () => schema.node('bulletList', null, [item(), item()]), () => schema.node('orderedList', { start: 1 + below(12) }, [item(), item()]),
  ]
  const deck = [...random() < 0.5 ? [block('kicker', 4 + below(20))] : [], block('headline', 4 + below(24)), ...random() < 0.5 ? [block('headline', 4 + below(24)), block('subhead', 4 + below(30))] : []]
  return schema.node('doc', null, [...random() < 0.7 ? deck : [], ...Array.from({ length: 3 + below(6) }, () => makers[below(makers.length)]!())])
}

const styles: Mark[][] = [[], [], [], [schema.mark('strong')], [schema.mark('emphasisDots')], [schema.mark('strong'), schema.mark('emphasisDots')], [schema.mark('link', { href: 'https://www.linjiang.example/' })]]
/** Readings stand above some words of Chinese, marks around them or not. */
const readings: Mark[][] = [[schema.mark('ruby', { reading: 'zhuàng', part: 0 })], [schema.mark('ruby', { reading: 'rén gōng zhì néng', part: null }), schema.mark('emphasisDots')], [schema.mark('ruby', { reading: 'AI', part: null })]]
const mayBeRead = /^[\p{Script=Han}，。；：！？、“”‘’（）《》]{1,8}$/u

/** The text in runs of changing style, cut anywhere but in Latin words and numbers. */
function styledRuns(random: () => number, text: string): Node[] {
  const runs: Node[] = []
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + 1 + Math.floor(random() * 24))
    while (/^[!-~]{2}$/.test(text.slice(to - 1, to + 1))) to += 1
    const [words, chosen] = [text.slice(from, to), random()]
    runs.push(schema.text(words, mayBeRead.test(words) && chosen < 0.5 ? readings[Math.floor(2 * chosen * readings.length)] : styles[Math.floor(chosen * styles.length)]))
    from = to
  }
  return runs
}

/** Columns of one width or two, with the usual gutter or a wider one. */
export function randomSlot(random: () => number): Slot {
  const columns = 1 + Math.floor(random() * 6)
  const slot = { columns, lines: 5 + Math.floor(random() * 80), characters: 9 + Math.floor(random() * 14) }
  if (columns === 1 || random() < 0.5) return slot
  return random() < 0.6 ? { ...slot, widerColumns: 1 + Math.floor(random() * (columns - 1)) } : { ...slot, gutter: 1.5 }
}
