import { app, dialog, type BrowserWindow } from 'electron'
import type { LogFile } from './log-file'
import type { NativeTexts } from './native-texts'

const crashesAllowed = 3
const withinMilliseconds = 60_000

/** Loads a crashed page again; what it had sent is in the library. Gives up after three crashes within a minute. */
export function reviveCrashedPage(window: BrowserWindow, texts: () => NativeTexts, log: LogFile) {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.write(`The page's process ended: ${reason} (${exitCode})`)
    crashes = [...crashes.filter(time => Date.now() - time < withinMilliseconds), Date.now()]
    if (crashes.length < crashesAllowed) window.webContents.reload()
    else void giveUp()
  })

  async function giveUp() {
    const { pageFailed, pageFailedDetail, quit } = texts()
    await dialog.showMessageBox(window, { type: 'error', message: pageFailed, detail: pageFailedDetail(log.path), buttons: [quit] })
    app.quit()
  }
}
