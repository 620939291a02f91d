import { defineStore } from 'pinia'
import { nextTick, ref, shallowRef } from 'vue'
import type { FindingPlace } from '../../src-main/common/print/preflight'
import type { FinalPlace } from '../../src-main/common/suggestions/final-places'
import type { FinalStretch } from '../../src-main/common/suggestions/final-range'
import { useSettingsStore } from './settings'

/** Leading the person to a place of the open story: words in the text, a field of the slip, or the cursor's line on the page proof. */
export const useTextPlaceStore = defineStore('text-place', () => {
  const { change } = useSettingsStore()
  const aim = shallowRef<FinalStretch | { final: FinalPlace, side: 'before' | 'after' } | null>(null) // the editor goes there
  const pageAim = ref(0) // counts how often the cursor's line was asked for on the page
  let shownAim = 0

  async function go(place: FindingPlace) {
    if ('block' in place) {
      aim.value = { ...place }
      return
    }
    await change({ sideTab: 'slip' })
    await nextTick()
    document.querySelector<HTMLElement>(`[data-field="${place.field}"]`)?.focus()
  }

  /** To a place of the final text, as set lines have them. */
  function goToFinal(final: FinalPlace, side: 'before' | 'after') {
    aim.value = { final, side }
  }

  /** Shows the line of the page the cursor is in. */
  async function showOnPage() {
    pageAim.value += 1
    await change({ sideTab: 'proof' })
  }

  /** Whether the cursor's line was asked for and is not shown yet. */
  const isPageAimed = () => shownAim < pageAim.value

  function notePageAimShown() {
    shownAim = pageAim.value
  }

  return { aim, pageAim, go, goToFinal, showOnPage, isPageAimed, notePageAimShown }
})
