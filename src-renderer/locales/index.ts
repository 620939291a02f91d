import { inject, type App, type InjectionKey } from 'vue'
import { createI18n, type Composer } from 'vue-i18n'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

type Area = { messages: Record<string, unknown> }
const files = import.meta.glob<Area>(['./zh-CN/*.ts', './en/*.ts'], { eager: true })

/** Every area's messages of one language, the area's name as namespace. */
export function messagesOf(language: Language): Record<string, Record<string, unknown>> {
  const prefix = `./${language}/`
  const areas = Object.entries(files).filter(([path]) => path.startsWith(prefix))
  return Object.fromEntries(areas.map(([path, area]) => [path.slice(prefix.length, -'.ts'.length), area.messages]))
}

/** The interface language for a system that speaks `tag`: Chinese of any kind, else English. */
export function languageFor(tag: string): Language {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en'
}

export function createTranslations(language: Language) {
  return createI18n({
    legacy: false,
    locale: language,
    messages: Object.fromEntries(languages.map(each => [each, messagesOf(each)])) as Record<Language, Record<string, never>>,
  })
}

type Translations = Pick<Composer, 't' | 'locale'>
const translationsKey: InjectionKey<Translations> = Symbol('translations')

/** Gives components and stores of `app` the interface's language. */
export function installTranslations(app: App, language: Language) {
  const i18n = createTranslations(language)
  app.use(i18n)
  app.provide(translationsKey, i18n.global as unknown as Translations)
}

/** For stores, which may be made outside a component; components use vue-i18n's `useI18n`. */
export function useTranslations(): Translations {
  const translations = inject(translationsKey)
  if (!translations) throw new Error('The translations were not installed')
  return translations
}
