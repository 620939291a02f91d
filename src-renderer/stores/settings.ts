import { usualLengthCaps } from '../../src-main/common/document/length-cap'
import { defineStore } from 'pinia'
import { computed, reactive, ref, watch, watchEffect } from 'vue'
import type { Settings } from '../../src-main/common/ipc/contract'
import { defaultPressOptions } from '../../src-main/common/print/press'
import { usualWorkflow } from '../../src-main/common/workflow/workflow'
import { ignoreGone, useApi } from '../api'
import { afterStart } from '../composables/after-start'
import { languageAtStart, languageFor, useTranslations, type Language } from '../locales'

export const defaultSettings: Settings = {
  language: 'system', theme: 'system', textScale: 100, lengthTolerance: 10, listWidth: 22, sideWidth: 30, sideTab: 'slip', proofFollows: false, template: 'story-a4', slot: null, format: 'broadsheet',
  templateParameters: {}, lengthCaps: usualLengthCaps, press: defaultPressOptions, person: { name: '', role: '', code: '' }, pass: 'first-proof', isTracking: false, workflow: usualWorkflow,
}

const copyKey = 'settings'

/** The person's settings. The library keeps them; the window keeps a copy so that it opens in the right theme even when the library is late. */
export const useSettingsStore = defineStore('settings', () => {
  const { backend: { api: backend }, shell: { api: shell }, onBackendAttached, opening } = useApi()
  const settings = reactive<Settings>({ ...defaultSettings, ...opening?.settings ?? copyInWindow() })
  const systemLanguage = ref<string>(languageAtStart())
  const isSystemDark = ref(false)
  const isLoaded = ref(opening !== undefined)
  const changedEarly: Partial<Settings> = {} // before the library's were there: they win
  const { language, speak } = useTranslations()

  const isDark = computed(() => settings.theme === 'system' ? isSystemDark.value : settings.theme === 'dark')

  async function load() {
    Object.assign(settings, await backend.library.settings(), changedEarly)
    isLoaded.value = true
    keepCopy(settings)
  }

  /** Takes effect at once; the library follows. */
  async function change(changed: Partial<Settings>) {
    Object.assign(settings, changed)
    if (!isLoaded.value) Object.assign(changedEarly, changed)
    keepCopy(settings)
    await backend.library.changeSettings(toPlain(changed))
  }

  followSystem(isSystemDark)
  shell.window.systemLanguage().then(tag => { systemLanguage.value = tag }).catch(ignoreGone)
  const loadAgain = () => { load().catch(ignoreGone) }
  onBackendAttached(loadAgain)
  if (!opening) loadAgain()
  watch(() => languageChosen(settings.language, systemLanguage.value), speak, { immediate: true })
  watchEffect(() => { document.documentElement.lang = language.value })
  watchEffect(() => {
    document.documentElement.dataset.theme = isDark.value ? 'dark' : 'light'
    document.documentElement.style.setProperty('--text-scale', String(settings.textScale / 100))
  })
  afterStart(() => {
    watchEffect(() => { shell.window.setLanguage(language.value).catch(ignoreGone) })
    watchEffect(() => { shell.window.setTheme(settings.theme).catch(ignoreGone) })
  })

  return { settings, isLoaded, language, isDark, load, change }
})

function languageChosen(setting: Settings['language'], systemLanguage: string): Language {
  return setting === 'system' ? languageFor(systemLanguage) : setting
}

function followSystem(isSystemDark: { value: boolean }) {
  const query = matchMedia('(prefers-color-scheme: dark)')
  const read = () => { isSystemDark.value = query.matches }
  query.addEventListener('change', read)
  read()
}

/** Reactive objects cannot be cloned into another process. */
function toPlain(changed: Partial<Settings>): Partial<Settings> {
  return JSON.parse(JSON.stringify(changed)) as Partial<Settings>
}

function copyInWindow(): Partial<Settings> {
  const copy = localStorage.getItem(copyKey)
  return copy ? JSON.parse(copy) as Partial<Settings> : {}
}

function keepCopy(settings: Settings) {
  localStorage.setItem(copyKey, JSON.stringify(settings))
}
