import { ipcMain, MessageChannelMain, type BrowserWindow } from 'electron'
import type { ShellApi, ShellEvents } from '../common/ipc/contract'
import { transferredPort } from '../common/ipc/host-link'
import { serve, type Implementation } from '../common/ipc/rpc'
import type { HostedProcess } from './process-host'
import { checkShellArguments } from './shell-arguments'

type Emit = <E extends keyof ShellEvents>(event: E, payload: ShellEvents[E]) => void

export interface PageLinkOptions {
  window: BrowserWindow
  address: string // with which the page's address begins; the empty document a window has before it is given no ports
  api: Implementation<ShellApi>
  backend(): HostedProcess | undefined
  /** A page begins to load, for the first time or again; its ports are on their way, and what is emitted waits in them. */
  onLoaded(): void
  logBug(error: unknown, path: string): void
}

export interface PageLink {
  /** Whether a page is there to hear events. */
  readonly isLoaded: boolean
  emit: Emit
  connectBackend(backend: HostedProcess): void
}

/** The page's two ports: one to the backend and, after it, one to main. Made anew when the page is loaded again. */
export function pageLink({ window, address, api, backend, onLoaded, logBug }: PageLinkOptions): PageLink {
  let emit: Emit | undefined

  function connectShell() {
    const { port1, port2 } = new MessageChannelMain()
    emit = serve<ShellApi, ShellEvents>(transferredPort(port1), api, checkShellArguments, logBug)
    window.webContents.postMessage('port', { channel: 'shell' }, [port2])
  }

  function connectBackend(process: HostedProcess) {
    const { port1, port2 } = new MessageChannelMain()
    process.connect('page', port1)
    window.webContents.postMessage('port', { channel: 'backend' }, [port2])
  }

  ipcMain.on('page-begins', event => {
    if (window.isDestroyed() || event.sender !== window.webContents || !event.senderFrame?.url.startsWith(address)) return
    const running = backend()
    if (running) connectBackend(running)
    connectShell()
    onLoaded()
  })
  window.webContents.on('render-process-gone', () => { emit = undefined })

  return {
    get isLoaded() { return emit !== undefined },
    emit: (event, payload) => emit?.(event, payload),
    connectBackend(process) { if (emit && !window.isDestroyed()) connectBackend(process) },
  }
}
