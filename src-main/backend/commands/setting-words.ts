import type { Fit, MissingGlyph, SubstitutedFont } from '../../common/print/print'
import type { Language } from './command'

/** How a story was set, as the command line says it. */
export interface SettingWords {
  /** 超 8 行 / 余 3 行 / 正好. */
  fit(fit: Pick<Fit, 'over' | 'spare'>): string
  lines(fit: Pick<Fit, 'deckLines' | 'set' | 'capacity'>): string
  pages(count: number): string
  missing(glyph: MissingGlyph): string
  substituted(font: SubstitutedFont): string
}

export const settingWords: Record<Language, SettingWords> = {
  'zh-CN': {
    fit: ({ over, spare }) => over > 0 ? `超 ${over} 行` : spare > 0 ? `余 ${spare} 行` : '正好',
    lines: ({ deckLines, set, capacity }) => `标题 ${deckLines} 行，正文 ${set} 行，容 ${capacity} 行`,
    pages: count => `${count} 页`,
    missing: ({ character, codePoint, count, context }) => `缺字 ${character}（${codePoint}）×${count}：…${context}…`,
    substituted: ({ family, by }) => `没有字体 ${family}，以 ${by} 代替`,
  },
  en: {
    fit: ({ over, spare }) => over > 0 ? `${counted(over, 'line')} over` : spare > 0 ? `${counted(spare, 'line')} to spare` : 'fits exactly',
    lines: ({ deckLines, set, capacity }) => `deck ${counted(deckLines, 'line')}, body ${counted(set, 'line')}, room for ${counted(capacity, 'line')}`,
    pages: count => counted(count, 'page'),
    missing: ({ character, codePoint, count, context }) => `no font has ${character} (${codePoint}) ×${count}: …${context}…`,
    substituted: ({ family, by }) => `no font ${family}, ${by} in its place`,
  },
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
