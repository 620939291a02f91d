import type { Slot } from '../../common/print/slot'

/** GB/T 15834, W3C clreq: marks that may not open a line. */
export const neverFirst = /^[，。、；：！？”’）》】〉」』…·％%℃]/
/** Marks that may not close one. */
export const neverLast = /[“‘（《【〈「『]$/

const words = ['临江', '经济', '发展', '会议', '“满意答卷”', '（县、区）', '《方案》', 'https://www.linjiang.example/2026/report?id=18', '——', '……', '，', '。', '；', '：', '！', '？', '、', '6.8%', '2026年', 'GDP', 'Internet', '阿卜杜·热合曼', '‘新’', '“《行动方案》”', '项目', '部署', '重点', '一', '的']

/** The same numbers for the same seed (mulberry32). */
export function randomNumbers(seed: number) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Words at random, but no text a writer would not write: marks do not follow marks, and a paragraph opens with a word. */
export function randomParagraph(random: () => number, length: number): string {
  let text = '会议'
  while (text.length < length) {
    const word = words[Math.floor(random() * words.length)]!
    if (/[，。；：！？、—…]$/.test(text) && /^[，。；：！？、—…]/.test(word)) continue
    text += word
  }
  return `${text}完。`
}

/** Columns of one width or two, with the usual gutter or a wider one. */
export function randomSlot(random: () => number): Slot {
  const columns = 1 + Math.floor(random() * 6)
  const slot = { columns, lines: 5 + Math.floor(random() * 80), characters: 9 + Math.floor(random() * 14) }
  if (columns === 1 || random() < 0.5) return slot
  return random() < 0.6 ? { ...slot, widerColumns: 1 + Math.floor(random() * (columns - 1)) } : { ...slot, gutter: 1.5 }
}
