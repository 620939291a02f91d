import { afterEach, expect, it, vi } from 'vitest'
import { createApi } from '.'

/** A window as far as ports come through it, with a preload that holds them until the page listens. */
function windowWithPorts() {
  const target = Object.assign(new EventTarget(), { location: { origin: 'app://qingyang' } }) as unknown as Window
  const [backend, shell] = [new MessageChannel(), new MessageChannel()]
  const pass = (channel: string, port: MessagePort) => {
    const event = Object.assign(new Event('message'), { source: target, origin: target.location.origin, data: { channel }, ports: [port] })
    target.dispatchEvent(event)
  }
  target.addEventListener('page-listens', () => {
    pass('backend', backend.port1)
    pass('shell', shell.port1)
  })
  return { target, backend: backend.port2, shell: shell.port2, close: () => [backend, shell].forEach(({ port1 }) => port1.close()) }
}

const opened = { settings: { theme: 'dark' }, stories: { total: 0, stories: [] } }

afterEach(() => vi.useRealTimers())

it('is opened with what the backend sends of its own', async () => {
  const ports = windowWithPorts()
  const { api, opened: ready } = createApi(ports.target)
  ports.backend.postMessage({ event: 'opened', payload: opened })
  await ready
  expect(api.opening).toEqual(opened)
  ports.close()
})

it('is opened without it when the backend is late, and asks it later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const ports = windowWithPorts()
  const { api, opened: ready } = createApi(ports.target)
  vi.runAllTimers()
  await ready
  expect(api.opening).toBeUndefined()
  const asked = new Promise(resolve => { ports.backend.onmessage = ({ data }) => resolve(data) })
  void api.backend.api.library.settings()
  expect(await asked).toMatchObject({ path: 'library.settings' })
  ports.close()
})

it('misses nothing main says before the page is built', async () => {
  const ports = windowWithPorts()
  ports.shell.postMessage({ event: 'command-chosen', payload: { command: 'file.new' } })
  const { api, opened: ready } = createApi(ports.target)
  await new Promise(resolve => { setTimeout(resolve, 20) }) // what main said has had time to arrive
  ports.backend.postMessage({ event: 'opened', payload: opened })
  await ready
  const heard = new Promise(resolve => { api.shell.on('command-chosen', resolve) })
  expect(await heard).toEqual({ command: 'file.new' })
  ports.close()
})
