import { BrowserWindow, nativeTheme } from 'electron'
import { keepWindowState, lastWindowState } from './window-state'

export interface MainWindowOptions { preload: string, stateFile: string, isDevelopment: boolean }

/** The program's one window: sandboxed, isolated, where it was last. */
export function mainWindow({ preload, stateFile, isDevelopment }: MainWindowOptions): BrowserWindow {
  const { bounds, isMaximized } = lastWindowState(stateFile)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 500,
    title: 'Qingyang 清样',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1c1e' : '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: isDevelopment,
    },
  })
  if (isMaximized) window.maximize()
  keepWindowState(window, stateFile)
  return window
}
