import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { builtInFormats, type PageFormat } from '../../src-main/common/print/page-format'
import { ignoreGone, useApi } from '../api'
import { afterStart } from '../composables/after-start'
import { useSettingsStore } from './settings'

/** Page formats: the program's and the newsroom's own. */
export const usePageFormatStore = defineStore('page-formats', () => {
  const { backend: { api: backend }, onBackendAttached } = useApi()
  const { settings, change } = useSettingsStore()
  const formats = shallowRef<readonly PageFormat[]>(builtInFormats)

  /** The format new places are picked on: the last one chosen. */
  const chosen = computed(() => find(settings.format) ?? builtInFormats[0]!)

  const find = (id: string) => formats.value.find(format => format.id === id)

  async function load() {
    formats.value = await backend.formats.list()
  }

  async function save(format: PageFormat) {
    await backend.formats.save(format)
    await load()
  }

  async function remove(format: PageFormat) {
    await backend.formats.remove(format.id)
    await load()
  }

  const loadAgain = () => { load().catch(ignoreGone) }
  onBackendAttached(loadAgain)
  afterStart(loadAgain)
  return { formats, chosen, find, load, save, remove, choose: (format: string) => change({ format }) }
})
