import type { Db } from '../connection'

/** Settings by name; values are JSON. */
export function settingsRepository(db: Db) {
  const all = db.prepare<[], { name: string, value: string }>('SELECT name, value FROM settings')
  const write = db.prepare<[string, string]>('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)')

  return {
    all: (): Record<string, unknown> => Object.fromEntries(all.all().map(({ name, value }) => [name, JSON.parse(value) as unknown])),
    write: (change: Record<string, unknown>): void => db.transaction(() => {
      for (const [name, value] of Object.entries(change)) write.run(name, JSON.stringify(value))
    }).immediate(),
  }
}
export type SettingsRepository = ReturnType<typeof settingsRepository>
