import { useI18n } from 'vue-i18n'
import type { FinalStretch } from '../../src-main/common/suggestions/final-range'
import type { CopyfitOption } from '../../src-main/common/print/copyfit/options'
import { fitState, type Fit } from '../../src-main/common/print/print'
import { chineseSizeName, millimetres } from '../../src-main/common/print/units'

const around = 8 // characters shown before and after words to cut

/** A stretch of a paragraph, as it is shown: words that go, or that stay. */
export interface CutPiece { text: string, isCut: boolean }

/** What ways to fit a story are called. */
export function useCopyfitWords() {
  const { t, n } = useI18n()

  /** 超 2 行, 余 3 行, 正好. */
  const fitWords = (fit: Fit) => t(`export.fit.${fitState(fit)}`, { over: fit.over, spare: fit.spare })

  function sizeWords(points: number): string {
    const name = chineseSizeName(points)
    return t(name ? 'copyfit.namedSize' : 'copyfit.size', { size: n(Math.round(points * 10) / 10), name: name ?? '' })
  }

  /** What would be done. */
  function title(option: CopyfitOption): string {
    switch (option.kind) {
      case 'size': return t('copyfit.toSize', { size: sizeWords(option.fit.headlineSize ?? 0), percent: option.change.headlineScale })
      case 'lines': return option.change.lines.join(t('copyfit.lineEnd'))
      case 'columns': return t(option.change.isBalanced ? 'copyfit.level' : 'copyfit.filled')
      case 'cut': return t('copyfit.cut', { number: option.short.number, characters: option.short.characters, needed: option.needed })
    }
  }

  /** What is to be said of it besides. */
  function detail({ kind, ...option }: CopyfitOption): string {
    const { deckLines, headlineSize = 0, perColumn = [] } = option.fit
    if (kind === 'size') return t('copyfit.deck', { lines: deckLines })
    if (kind === 'columns') return t('copyfit.perColumn', { lines: perColumn.join('、') })
    if (!('widths' in option)) return ''
    return t('copyfit.set', { size: sizeWords(headlineSize), widths: option.widths.map(width => Math.round(millimetres(width))).join('、'), lines: deckLines })
  }

  return { fitWords, sizeWords, title, detail }
}

/** The words to cut with what stands around them; `cuts` are of the block, as the paragraph is. */
export function cutPieces(words: string, paragraph: FinalStretch, cuts: readonly FinalStretch[]): CutPiece[] {
  const pieces: CutPiece[] = []
  const show = (from: number, to: number, isCut: boolean) => { if (to > from) pieces.push({ text: words.slice(from, to), isCut }) }
  let end = 0
  cuts.map(({ from, to }) => ({ from: from - paragraph.from, to: to - paragraph.from })).forEach(({ from, to }, index) => {
    const start = Math.max(end, from - around)
    if (start > end) pieces.push({ text: '…', isCut: false })
    show(start, from, false)
    show(from, to, true)
    end = Math.min(words.length, to + around, (cuts[index + 1]?.from ?? Infinity) - paragraph.from)
    show(to, end, false)
  })
  if (end < words.length) pieces.push({ text: '…', isCut: false })
  return pieces
}
