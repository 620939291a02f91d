import { useI18n } from 'vue-i18n'
import type { Slip } from '../../src-main/common/document/slip'

const named: Partial<Record<keyof Slip, string>> = { kind: 'slip.kinds', priority: 'slip.priorities', dispatch: 'slip.dispatches', publication: 'slip.publications', rank: 'slip.ranks' }

type Translate = (key: string) => string

export const useSlipWords = () => ({ shown: slipWords(useI18n().t) })

/** Says in words what a field of the slip holds. */
export function slipWords(t: Translate) {
  function shown(field: keyof Slip, value: unknown): string {
    const group = named[field]
    if (group) return t(`${group}.${value || 'none'}`)
    if (value === null || value === '') return t('review.emptyField')
    if (Array.isArray(value)) return value.map(entryWords).join(t('review.and')) || t('review.emptyField')
    return String(value).replace('T', ' ')
  }

  /** A keyword, a link note, or somebody of the byline with what they are. */
  function entryWords(entry: string | { role: string, name: string } | { text: string }): string {
    if (typeof entry === 'string') return entry
    return 'name' in entry ? `${t(`slip.roles.${entry.role}`)} ${entry.name}` : entry.text
  }

  return shown
}
