import { watch } from 'vue'
import { useShellStore } from '../stores/shell'
import { useStoryStore } from '../stores/story'
import { useTranslations } from '../locales'
import { afterStart } from './after-start'

/** Keeps the window's title on the open story. */
export function useWindowTitle() {
  const shell = useShellStore()
  const story = useStoryStore()
  const { t } = useTranslations()
  afterStart(() => watch(() => [story.summary?.headline || story.summary?.shortTitle, t('common.product')].filter(Boolean).join(' – '), title => shell.setTitle(title), { immediate: true }))
}
