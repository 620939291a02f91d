import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AppError } from '../../src-main/common/ipc/errors'
import type { BatchEntry, Output } from '../../src-main/common/print/print'
import type { StoryId } from '../../src-main/common/story/story'
import { useApi } from '../api'
import { useTranslations } from '../locales'
import { useStorySelectionStore } from './story-selection'
import { asAppError } from './update-queue'

/** Getting many stories out at once, each by its own plan, into one folder. */
export const useBatchExportStore = defineStore('batch-export', () => {
  const { backend: { api: backend, on }, shell: { api: shell } } = useApi()
  const { t } = useTranslations()
  const selection = useStorySelectionStore()
  const stories = shallowRef<StoryId[]>([])
  const output = ref<Output>('press')
  const entries = shallowRef<BatchEntry[]>([])
  const batch = ref<string | null>(null) // the one under way
  const isCancelled = ref(false)
  const isDone = ref(false)
  const folder = shallowRef<{ token: string, name: string } | null>(null)
  const error = shallowRef<AppError | null>(null)

  const counts = computed(() => {
    const of = (outcome: BatchEntry['outcome']) => entries.value.filter(entry => entry.outcome === outcome).length
    return { written: of('written'), refused: of('refused'), cancelled: of('cancelled') }
  })

  on('batch-progressed', ({ batch: name, entry }) => { if (name === batch.value) entries.value = [...entries.value, entry] })

  /** Begins anew with the stories selected in the list. */
  function begin() {
    stories.value = selection.ids
    reset()
  }

  function reset() {
    entries.value = []
    isDone.value = isCancelled.value = false
    error.value = null
  }

  async function run() {
    const chosen = await shell.files.chooseFolder(t('batch.chooseFolder'))
    if (!chosen) return
    reset()
    folder.value = chosen
    const name = batch.value = crypto.randomUUID()
    try {
      const requests = stories.value.map(story => ({ story, template: null, slot: null, output: output.value }))
      entries.value = (await backend.print.exportMany(name, requests, chosen.token)).entries
      isDone.value = true
    } catch (reason) {
      error.value = asAppError(reason)
    } finally {
      batch.value = null
    }
  }

  async function cancel() {
    if (!batch.value) return
    isCancelled.value = true
    await backend.print.cancelBatch(batch.value)
  }

  return { stories, output, entries, counts, batch, isCancelled, isDone, folder, error, begin, run, cancel, reveal: (token: string) => shell.files.reveal(token) }
})
