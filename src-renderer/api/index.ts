import { inject, type InjectionKey } from 'vue'
import type { BackendApi, BackendEvents, ShellApi, ShellEvents } from '../../src-main/common/ipc/contract'
import { isAppError } from '../../src-main/common/ipc/errors'
import type { Port } from '../../src-main/common/ipc/port'
import { connect, type Connection } from '../../src-main/common/ipc/rpc'

export interface Api {
  backend: Connection<BackendApi, BackendEvents>
  shell: Connection<ShellApi, ShellEvents>
  /** What the page shows first, sent by the backend unasked; undefined when the backend was not there in time. For stores made with the page. */
  readonly opening: BackendEvents['opened'] | undefined
  /** Calls `listener` each time another backend is there, after every restart: what was asked of the one before may be lost. */
  onBackendAttached(listener: () => void): () => void
  /** Calls `listener` before anything is asked of the backend: what it sends of its own goes first. */
  onBackendAsked(listener: () => void): () => void
}

const apiKey: InjectionKey<Api> = Symbol('api')
const patience = 150 // milliseconds for which the page waits for what it shows first, before it is built without

/**
 * The page's two connections. Ports come from preload as window messages, again after every restart of the backend. `opened` resolves when the page can be
 * built: `translated`, and what it shows first is there or does not come soon. What main says is heard from then on, so whoever listens by then misses
 * nothing.
 */
export function createApi(target: Window, translated?: Promise<void>) {
  const asked = new Set<() => void>()
  const backend = connect<BackendApi, BackendEvents>(undefined, () => asked.forEach(listener => listener()))
  const shell = connect<ShellApi, ShellEvents>()
  const attached = new Set<() => void>()
  let opening: BackendEvents['opened'] | undefined
  let early: Port | undefined
  let isOpened = false

  function receive(channel: unknown, port: Port) {
    if (channel === 'shell') {
      if (isOpened) shell.attach(port)
      else early = port
      return
    }
    backend.attach(port)
    attached.forEach(listener => listener())
  }

  target.addEventListener('message', event => {
    if (event.source !== target || event.origin !== target.location.origin) return
    const channel = (event.data as { channel?: unknown } | null)?.channel
    const port = event.ports[0]
    if (port && (channel === 'shell' || channel === 'backend')) receive(channel, pagePort(port))
  })
  shell.on('process-changed', ({ name, state }) => { if (name === 'backend' && state === 'stopped') backend.detach() })

  /** What the backend sends with its first port, or undefined when it does not come soon. */
  function firstSent(): Promise<BackendEvents['opened'] | undefined> {
    return new Promise(resolve => {
      const late = setTimeout(() => answer(undefined), patience)
      const unheard = backend.on('opened', answer)
      function answer(sent: BackendEvents['opened'] | undefined) {
        clearTimeout(late)
        unheard()
        resolve(sent)
      }
    })
  }

  async function open() {
    let sent = await firstSent()
    const unheard = backend.on('stories-changed', () => { sent = undefined })
    await Promise.allSettled([translated]) // in Chinese when its language cannot be had
    unheard()
    opening = sent
    isOpened = true
    if (early) shell.attach(early)
  }

  const opened = open()
  target.dispatchEvent(new Event('page-listens'))

  const api: Api = {
    backend, shell,
    get opening() { return opening },
    onBackendAttached: listener => added(attached, listener), onBackendAsked: listener => added(asked, listener),
  }
  return { api, opened, install: (app: { provide(key: InjectionKey<Api>, api: Api): unknown }) => { app.provide(apiKey, api) } }
}

function added(listeners: Set<() => void>, listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function pagePort(port: MessagePort): Port {
  return {
    post: message => port.postMessage(message),
    listen: listener => { port.onmessage = event => listener(event.data) },
    close: () => port.close(),
  }
}

/** For calls that are made again once the other process is back: that it is gone is said elsewhere. */
export function ignoreGone(reason: unknown) {
  if (!isAppError(reason, 'unavailable')) throw reason
}

/** For stores only: components ask stores. */
export function useApi(): Api {
  const api = inject(apiKey)
  if (!api) throw new Error('The api was not installed')
  return api
}

export const useBackend = () => useApi().backend.api
export const useShell = () => useApi().shell.api
