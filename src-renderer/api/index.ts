import { inject, type InjectionKey } from 'vue'
import type { BackendApi, BackendEvents, ShellApi, ShellEvents } from '../../src-main/common/ipc/contract'
import { isAppError } from '../../src-main/common/ipc/errors'
import type { Port } from '../../src-main/common/ipc/port'
import { connect, type Connection } from '../../src-main/common/ipc/rpc'

export interface Api {
  backend: Connection<BackendApi, BackendEvents>
  shell: Connection<ShellApi, ShellEvents>
  /** Calls `listener` each time a backend is there, after every restart: what was asked of the one before may be lost. The first is there before the stores are. */
  onBackendAttached(listener: () => void): () => void
  /** Calls `listener` before anything is asked of the backend: what it sends of its own goes first. */
  onBackendAsked(listener: () => void): () => void
}

const apiKey: InjectionKey<Api> = Symbol('api')

/**
 * The page's two connections. Ports come from preload as window messages, again after every restart of the backend. `linked` resolves when the first
 * are attached, before anything is heard from them: who listens then misses nothing, and what is asked is on its way at once.
 */
export function createApi(target: Window) {
  const asked = new Set<() => void>()
  const backend = connect<BackendApi, BackendEvents>(undefined, () => asked.forEach(listener => listener()))
  const shell = connect<ShellApi, ShellEvents>()
  const attached = new Set<() => void>()

  let resolveLinked: () => void
  const linked = new Promise<void>(resolve => { resolveLinked = resolve })

  function receive(channel: unknown, port: Port) {
    if (channel === 'shell') {
      shell.attach(port) // comes after the backend's
      return resolveLinked()
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
  target.dispatchEvent(new Event('page-listens'))
  shell.on('process-changed', ({ name, state }) => { if (name === 'backend' && state === 'stopped') backend.detach() })

  const api: Api = { backend, shell, onBackendAttached: listener => added(attached, listener), onBackendAsked: listener => added(asked, listener) }
  return { ...api, linked, install: (app: { provide(key: InjectionKey<Api>, api: Api): unknown }) => { app.provide(apiKey, api) } }
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
