import { app } from 'electron'

/** The language the person's system is set to, as a BCP 47 tag. */
export function systemLanguage(): string {
  return app.getPreferredSystemLanguages()[0] ?? app.getLocale()
}
