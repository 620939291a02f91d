import { dialog, type BrowserWindow } from 'electron'
import type { NativeTexts } from './native-texts'

const patience = { running: 10_000, hopeless: 1_000 } // milliseconds the page gets to save before the person is asked

export interface Closing {
  /** The page's answer to `closing`. */
  answered(isEverythingSaved: boolean): void
}

/** Holds the window open until the page has everything on disk, or the person gives it up. `askPage` is false when no page can answer. */
export function closeWhenSaved(window: BrowserWindow, texts: () => NativeTexts, askPage: () => boolean, canSave: () => boolean): Closing {
  let state: 'open' | 'asked' | 'agreed' = 'open'
  let impatience: NodeJS.Timeout | undefined

  window.on('close', event => {
    if (state === 'agreed') return
    if (state === 'open' && !askPage()) return
    event.preventDefault()
    if (state === 'asked') return
    state = 'asked'
    impatience = setTimeout(() => { void askPerson() }, canSave() ? patience.running : patience.hopeless)
  })

  async function askPerson() {
    clearTimeout(impatience)
    const { notSaved, notSavedDetail, stayOpen, closeAnyway } = texts()
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning', message: notSaved, detail: notSavedDetail,
      buttons: [stayOpen, closeAnyway], defaultId: 0, cancelId: 0, noLink: true,
    })
    if (response === 1) agree()
    else if (state === 'asked') state = 'open'
  }

  function agree() {
    clearTimeout(impatience)
    state = 'agreed'
    if (!window.isDestroyed()) window.close()
  }

  return {
    answered(isEverythingSaved) {
      if (state !== 'asked') return
      if (isEverythingSaved) agree()
      else void askPerson()
    },
  }
}
