import { useSettingsStore } from '../stores/settings'
import { useShellStore } from '../stores/shell'

const scales = [50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200]

/** The reading controls of a story: print, larger, smaller. */
export function useReading() {
  const { settings, change } = useSettingsStore()
  const { print } = useShellStore()

  async function scaleBy(step: 1 | -1) {
    const next = step > 0 ? scales.find(scale => scale > settings.textScale) : [...scales].reverse().find(scale => scale < settings.textScale)
    if (next) await change({ textScale: next })
  }

  return { settings, scaleBy, resetScale: () => change({ textScale: 100 }), printStory: print }
}
