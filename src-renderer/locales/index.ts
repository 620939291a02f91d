import { inject, markRaw, type App, type InjectionKey, type Ref } from 'vue'
import { createI18n, type Composer } from 'vue-i18n'
import { compileMessage } from './compile-message'
import { files as chinese } from './zh-CN'

export type Language = 'zh-CN' | 'en'

/** The messages of one language, an area's name as namespace. */
type Messages = Record<string, Record<string, unknown>>

interface Translations {
  t: Composer['t']
  readonly language: Readonly<Ref<Language>>
  /** Changes the interface's language as soon as its messages are there. */
  speak(language: Language): Promise<void>
}

const translationsKey: InjectionKey<Translations> = Symbol('translations')

/** The interface language for a system that speaks `tag`: Chinese of any kind, else English. */
export function languageFor(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en'
}

/** Raw: Vue need not watch messages that never change. */
export function messagesIn(files: Messages): Messages {
  return markRaw(Object.fromEntries(Object.entries(files).map(([path, area]) => [path.slice('./'.length, -'.ts'.length), area])))
}

/** The language the window opens in: main names it in the page's address, as it was when the window was last open. */
export function languageAtStart(): Language {
  return languageFor(new URLSearchParams(location.search).get('language') ?? navigator.language)
}

export function createTranslations(language: Language, messages: Messages) {
  const i18n = createI18n({
    legacy: false, locale: language as string, messages: { [language]: messages as Record<string, never> }, messageCompiler: compileMessage, numberFormats: { 'zh-CN': { plain: {} }, en: { plain: {} } },
  })
  keepFormatOfNumbers(i18n.global)
  return i18n
}

/** vue-i18n makes a formatter for every number that names no format; a list has several in each row. */
function keepFormatOfNumbers(composer: Composer) {
  const format = composer.n as (value: number, ...how: unknown[]) => string
  composer.n = ((value: number, ...how: unknown[]) => how.length > 0 ? format(value, ...how) : format(value, 'plain')) as Composer['n']
}

/** Gives components and stores of `app` the interface's language. Chinese is there at once; the promise says when the messages of `language` are. */
export function installTranslations(app: App, language: Language): Promise<void> | undefined {
  const i18n = createTranslations('zh-CN', messagesIn(chinese))
  const { t, locale, setLocaleMessage } = i18n.global
  let wanted: Language = 'zh-CN'

  async function speak(language: Language) {
    wanted = language
    if (!i18n.global.availableLocales.includes(language)) setLocaleMessage(language, messagesIn((await import('./en')).files) as Record<string, never>)
    if (language === wanted) locale.value = language
  }

  app.use(i18n)
  app.provide(translationsKey, { t: t as Composer['t'], language: locale as Ref<Language>, speak })
  return language === 'zh-CN' ? undefined : speak(language)
}

/** For stores, which may be made outside a component; components use vue-i18n's `useI18n`. */
export function useTranslations(): Translations {
  const translations = inject(translationsKey)
  if (!translations) throw new Error('The translations were not installed')
  return translations
}
