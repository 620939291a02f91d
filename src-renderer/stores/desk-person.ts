import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Author } from '../../src-main/common/document/stamp'
import type { Pass } from '../../src-main/common/suggestions/passes'
import { useSettingsStore } from './settings'

/** Who is at the desk, in which pass, and whether what they change becomes suggestions. The one place that knows. */
export const useDeskPersonStore = defineStore('desk-person', () => {
  const { settings, change } = useSettingsStore()

  const isKnown = computed(() => settings.person.name.trim() !== '')
  const author = computed<Author>(() => ({ person: settings.person.name.trim(), role: settings.person.role.trim(), pass: settings.pass }))

  return {
    author,
    isKnown,
    isTracking: computed(() => settings.isTracking && isKnown.value),
    sitDown: (name: string, role: string) => change({ person: { name: name.trim(), role: role.trim() } }),
    choosePass: (pass: Pass) => change({ pass }),
    track: (isTracking: boolean) => change({ isTracking }),
  }
})
