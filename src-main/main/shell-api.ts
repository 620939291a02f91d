import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { nativeTheme, shell, type BrowserWindow } from 'electron'
import type { ProcessName, ShellApi } from '../common/ipc/contract'
import { AppError } from '../common/ipc/errors'
import type { Implementation } from '../common/ipc/rpc'
import { fileDialogs } from './file-dialogs'
import type { Grants } from './grants'
import { showMenu } from './menu'
import { systemLanguage } from './system-language'

export interface ShellApiOptions {
  window: BrowserWindow
  library: string // its folder
  grants: Grants
  setLanguage(language: string): void
  chooseCommand(command: string): void
  restartProcess(name: ProcessName): void
  readyToClose(isEverythingSaved: boolean): void
}

/** What main does for the page. */
export function shellApi({ window, library, grants, setLanguage, chooseCommand, restartProcess, readyToClose }: ShellApiOptions): Implementation<ShellApi> {
  return {
    files: {
      ...fileDialogs(window, grants),
      async openFolder(folder) {
        const path = join(library, folder)
        await mkdir(path, { recursive: true })
        await shell.openPath(path)
      },
      reveal(token) {
        const path = grants.pathOf(token)
        if (!path) throw new AppError('not-found', 'No file was granted under this token')
        shell.showItemInFolder(path)
      },
    },
    window: {
      setTitle: title => window.setTitle(title),
      setMenu: entries => showMenu(entries, chooseCommand),
      setTheme: theme => { nativeTheme.themeSource = theme },
      systemLanguage,
      setLanguage,
      print: () => window.webContents.print(),
      restartProcess,
      readyToClose,
    },
  }
}
