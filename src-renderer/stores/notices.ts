import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useTranslations } from '../locales'
import { asAppError } from './update-queue'
import { errorSentence } from '../composables/error-sentence'

export interface Notice {
  key: number
  text: string
  kind: 'done' | 'failed'
  action?: { label: string, run(): void | Promise<void> }
}

/** Short messages that come and go: what was done (and how to undo it), what failed. */
export const useNoticeStore = defineStore('notices', () => {
  const { t } = useTranslations()
  const notices = ref<Notice[]>([])
  let lastKey = 0

  function add(notice: Omit<Notice, 'key'>) {
    notices.value = [...notices.value.slice(-2), { ...notice, key: ++lastKey }]
  }

  const say = (text: string, action?: Notice['action']) => add({ text, kind: 'done', action })

  const warn = (text: string) => add({ text, kind: 'failed' })

  /** Shows why something failed. What was cancelled by the person is no failure. */
  function fail(reason: unknown) {
    const error = asAppError(reason)
    if (error.code !== 'cancelled') warn(errorSentence(t, error))
  }

  function dismiss(key: number) {
    notices.value = notices.value.filter(notice => notice.key !== key)
  }

  return { notices, say, warn, fail, dismiss }
})
