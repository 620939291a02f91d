import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { defaultPressOptions, type ColourProfile, type PressOptions } from '../../src-main/common/print/press'
import { useApi } from '../api'
import { useTranslations } from '../locales'
import { useSettingsStore } from './settings'

/** How the newsroom's press PDFs are made: standard, marks, ink, and the printing conditions to choose from. */
export const usePressStore = defineStore('press', () => {
  const { backend: { api: backend }, shell: { api: shell } } = useApi()
  const { t } = useTranslations()
  const { settings, change: changeSettings } = useSettingsStore()
  const profiles = shallowRef<ColourProfile[]>([])

  const options = computed<PressOptions>(() => ({ ...defaultPressOptions, ...settings.press }))
  const profile = computed(() => profiles.value.find(({ id }) => id === options.value.profile))

  async function load() {
    profiles.value = await backend.profiles.list()
  }

  const change = (changed: Partial<PressOptions>) => changeSettings({ press: { ...options.value, ...changed } })

  /** Takes a profile of the plant's into the library, and chooses it. */
  async function addProfile() {
    const grant = await shell.files.chooseProfile(t('press.chooseProfile'))
    if (!grant) return
    const added = await backend.profiles.add({ grant: grant.token })
    await load()
    await change({ profile: added.id })
  }

  /** What was made for it is made for newsprint from now on. */
  async function removeProfile(id: string) {
    await backend.profiles.remove(id)
    if (options.value.profile === id) await change({ profile: defaultPressOptions.profile })
    await load()
  }

  return { options, profiles, profile, load, change, addProfile, removeProfile }
})
