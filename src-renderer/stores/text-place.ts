import { defineStore } from 'pinia'
import { nextTick, shallowRef } from 'vue'
import type { FindingPlace } from '../../src-main/common/print/preflight'
import type { TextPlace } from '../editor/text-place'
import { useSettingsStore } from './settings'

/** Leading the person to a place of the open story: words in the text, or a field of the slip. */
export const useTextPlaceStore = defineStore('text-place', () => {
  const { change } = useSettingsStore()
  const aim = shallowRef<TextPlace | null>(null) // the editor goes there

  async function go(place: FindingPlace) {
    if ('block' in place) {
      aim.value = { ...place }
      return
    }
    await change({ sideTab: 'slip' })
    await nextTick()
    document.querySelector<HTMLElement>(`[data-field="${place.field}"]`)?.focus()
  }

  return { aim, go }
})
