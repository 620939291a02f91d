import { readFileSync, writeFileSync } from 'node:fs'
import { screen, type BrowserWindow, type Rectangle } from 'electron'

interface WindowState { bounds: Rectangle, isMaximized: boolean }

/** What main keeps from one start to the next: where the window was, and the language chosen in it. */
type KeptState = Partial<WindowState> & { language?: string }

const firstSize = { width: 1440, height: 900 }
const smallestVisible = 100 // pixels of a window that must be on a screen for it to be found

/** Where the window was last, if that is still on a screen; otherwise a size that fits the screen. */
export function lastWindowState(file: string): { bounds: Partial<Rectangle>, isMaximized: boolean } {
  const last = readState(file)
  if (isState(last) && screen.getAllDisplays().some(display => overlaps(display.workArea, last.bounds))) return last
  const { width, height } = screen.getPrimaryDisplay().workArea
  return { bounds: { width: Math.min(firstSize.width, width), height: Math.min(firstSize.height, height) }, isMaximized: false }
}

export function keepWindowState(window: BrowserWindow, file: string) {
  window.on('close', () => {
    keep(file, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() } satisfies WindowState)
  })
}

/** The language the interface last spoke, which the person may have chosen. */
export const keptLanguage = (file: string): string | undefined => readState(file).language

export function keepLanguage(file: string, language: string) {
  if (language !== keptLanguage(file)) keep(file, { language })
}

function keep(file: string, changed: KeptState) {
  writeFileSync(file, JSON.stringify({ ...readState(file), ...changed }))
}

function readState(file: string): KeptState {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeptState | null ?? {}
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

function isState(state: KeptState): state is WindowState {
  const { x, y, width, height } = state.bounds ?? {}
  return [x, y, width, height].every(Number.isFinite) && typeof state.isMaximized === 'boolean'
}

function overlaps(screen: Rectangle, window: Rectangle) {
  const width = Math.min(screen.x + screen.width, window.x + window.width) - Math.max(screen.x, window.x)
  const height = Math.min(screen.y + screen.height, window.y + window.height) - Math.max(screen.y, window.y)
  return width >= smallestVisible && height >= smallestVisible
}
