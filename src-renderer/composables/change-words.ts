import { useI18n } from 'vue-i18n'
import type { Change } from '../../src-main/common/suggestions/changes'

const longest = 40 // characters of a change's words in one line

/** Says in words what a change does: 删“…”, 增“…”, 改“…”为“…”, 另起段 … */
export function useChangeWords() {
  const { t } = useI18n()

  function words({ kind, removed, added, names }: Pick<Change, 'kind' | 'removed' | 'added'> & { names?: string[] }): string {
    return t(`review.kinds.${kind}`, { removed: cut(removed), added: cut(added), names: (names ?? []).map(name => t(kind === 'slip' ? `slip.fields.${name}` : `review.names.${name}`)).join(t('review.and')) })
  }

  return { words }
}

/** Long words keep their beginning and their end. */
function cut(text: string): string {
  const line = text.replaceAll('\n', '¶')
  return line.length <= longest ? line : `${line.slice(0, longest / 2)}…${line.slice(-longest / 4)}`
}
