import { app, dialog, shell } from 'electron'
import type { ControlToHost } from '../common/ipc/host-link'
import type { NativeTexts } from './native-texts'

export type LibraryRefusal = Extract<ControlToHost, { type: 'refused' }>

/** Says why the library cannot be opened, what is safe and what to do; then tries again or quits, as the person chooses. */
export async function tellLibraryRefusal(texts: NativeTexts, refusal: LibraryRefusal, place: { folder: string, logFile: string }, tryAgain: () => void) {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: texts.library[refusal.code] ?? texts.library.other,
    detail: `${texts.libraryDetail[refusal.code] ?? texts.libraryDetail.other}\n\n${texts.libraryPlace(place.folder, refusal.message, place.logFile)}`,
    buttons: [texts.tryAgain, texts.showFolder, texts.quit],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  if (response === 0) return tryAgain()
  if (response === 1) await shell.openPath(place.folder)
  app.exit(1)
}
