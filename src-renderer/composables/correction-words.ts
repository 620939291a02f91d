import { useI18n } from 'vue-i18n'
import type { Slip } from '../../src-main/common/document/slip'
import type { CorrectionRow } from '../../src-main/common/proofreading/correction-list'
import { useChangeWords } from './change-words'
import { useSlipWords } from './slip-words'

/** Says what a line of a 核红 list is about. */
export function useCorrectionWords() {
  const { t } = useI18n()
  const { words } = useChangeWords()
  const { shown } = useSlipWords()

  function about({ kind, removed, added, names, values, pass }: CorrectionRow): string {
    if (values) {
      const [field] = names as (keyof Slip)[]
      return words({ kind, names, removed: shown(field!, values[0]), added: shown(field!, values[1]) })
    }
    return kind === 'look' && pass === '' ? t('versions.unaskedFormat', { words: added.trim() || t('versions.paragraph') }) : words({ kind, removed, added, names })
  }

  return { about }
}
