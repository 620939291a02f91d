import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { AppError } from '../../src-main/common/ipc/errors'
import type { PagePreflight } from '../../src-main/common/print/preflight'
import type { PageExportResult } from '../../src-main/common/print/print'
import { usePagePlanStore } from './page-plans'
import { usePressStore } from './press'
import { asAppError } from './update-queue'

/** Getting the planned page out for the plant: what stands against it, then the file. */
export const usePagePressStore = defineStore('page-press', () => {
  const [pages, press] = [usePagePlanStore(), usePressStore()]
  const preflight = shallowRef<PagePreflight | null>(null)
  const result = shallowRef<{ token: string, exported: PageExportResult } | null>(null)
  const error = shallowRef<AppError | null>(null)
  const isBusy = ref(false)
  const isRefused = computed(() => preflight.value?.findings.some(({ severity }) => severity === 'blocker') === true)
  let turn = 0

  /** Asked again before it is answered, the later answer counts. */
  async function check() {
    const mine = ++turn
    preflight.value = result.value = error.value = null
    try {
      const found = await pages.preflight()
      if (mine === turn) preflight.value = found
    } catch (reason) {
      if (mine === turn) error.value = asAppError(reason)
    }
  }

  /** Asks for a file, and writes it. A refusal stays in the dialog, with what to do. */
  async function run() {
    isBusy.value = true
    result.value = error.value = null
    try {
      result.value = await pages.exportAs('press') ?? null
    } catch (reason) {
      error.value = asAppError(reason)
    } finally {
      isBusy.value = false
    }
  }

  /** Checks now and after every change of the options, as long as the calling component is there. */
  function useCheck() {
    void check()
    watch(() => press.options, check)
  }

  return { preflight, result, error, isBusy, isRefused, useCheck, run }
})
