import { readFileSync, writeFileSync } from 'node:fs'
import { screen, type BrowserWindow, type Rectangle } from 'electron'

interface WindowState { bounds: Rectangle, isMaximized: boolean }

const firstSize = { width: 1440, height: 900 }
const smallestVisible = 100 // pixels of a window that must be on a screen for it to be found

/** Where the window was last, if that is still on a screen; otherwise a size that fits the screen. */
export function lastWindowState(file: string): { bounds: Partial<Rectangle>, isMaximized: boolean } {
  const last = readState(file)
  if (last && screen.getAllDisplays().some(display => overlaps(display.workArea, last.bounds))) return last
  const { width, height } = screen.getPrimaryDisplay().workArea
  return { bounds: { width: Math.min(firstSize.width, width), height: Math.min(firstSize.height, height) }, isMaximized: false }
}

export function keepWindowState(window: BrowserWindow, file: string) {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
    writeFileSync(file, JSON.stringify(state))
  })
}

function readState(file: string): WindowState | undefined {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as Partial<WindowState> | null
    return isState(state) ? state : undefined
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isState(state: Partial<WindowState> | null): state is WindowState {
  const { x, y, width, height } = state?.bounds ?? {}
  return [x, y, width, height].every(Number.isFinite) && typeof state?.isMaximized === 'boolean'
}

function overlaps(screen: Rectangle, window: Rectangle) {
  const width = Math.min(screen.x + screen.width, window.x + window.width) - Math.max(screen.x, window.x)
  const height = Math.min(screen.y + screen.height, window.y + window.height) - Math.max(screen.y, window.y)
  return width >= smallestVisible && height >= smallestVisible
}
