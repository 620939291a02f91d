import { usualLengthCaps } from '../../common/document/length-cap'
import type { Settings } from '../../common/ipc/contract'
import { defaultPressOptions } from '../../common/print/press'
import { usualWorkflow } from '../../common/workflow/workflow'
import type { SettingsRepository } from '../database/repositories/settings'

export const defaultSettings: Readonly<Settings> = Object.freeze({
  language: 'system', theme: 'system', textScale: 100, lengthTolerance: 10, listWidth: 22, sideWidth: 30, sideTab: 'slip', proofFollows: false,
  template: 'story-a4', slot: null, format: 'broadsheet', templateParameters: {}, lengthCaps: usualLengthCaps, press: defaultPressOptions,
  person: { name: '', role: '', code: '' }, pass: 'first-proof', isTracking: false, workflow: usualWorkflow,
})

/** The person's settings, kept with the library; what was never changed has its default. */
export function settingsService(settings: SettingsRepository) {
  const read = (): Settings => ({ ...defaultSettings, ...settings.all() })
  return {
    read,
    change(change: Partial<Settings>): Settings {
      settings.write(change)
      return read()
    },
  }
}
