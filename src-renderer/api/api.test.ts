import { expect, it } from 'vitest'
import { createApi } from '.'

/** A window as far as ports come through it, with a preload that holds them until the page listens. */
function windowWithPorts() {
  const target = Object.assign(new EventTarget(), { location: { origin: 'app://qingyang' } }) as unknown as Window
  const [backend, shell] = [new MessageChannel(), new MessageChannel()]
  const pass = (channel: string, port: MessagePort) => {
    const event = Object.assign(new Event('message'), { source: target, origin: target.location.origin, data: { channel }, ports: [port] })
    target.dispatchEvent(event)
  }
  let hasListened = false
  target.addEventListener('page-listens', () => { hasListened = true })
  return {
    target, backend: backend.port2, shell: shell.port2,
    passBackend: () => pass('backend', backend.port1),
    passShell: () => pass('shell', shell.port1),
    get hasListened() { return hasListened },
    close: () => [backend, shell].forEach(({ port1 }) => port1.close()),
  }
}

const firstMessage = (port: MessagePort) => new Promise(resolve => { port.onmessage = ({ data }) => resolve(data) })

it('says that it listens, and is linked when both ports came', async () => {
  const ports = windowWithPorts()
  const api = createApi(ports.target)
  expect(ports.hasListened).toBe(true)
  let isLinked = false
  void api.linked.then(() => { isLinked = true })
  ports.passBackend()
  await Promise.resolve()
  expect(isLinked).toBe(false)
  ports.passShell()
  await api.linked
  ports.close()
})

it('misses nothing main says before the page is built, and asks at once', async () => {
  const ports = windowWithPorts()
  const api = createApi(ports.target)
  ports.shell.postMessage({ event: 'command-chosen', payload: { command: 'file.new' } })
  ports.passBackend()
  ports.passShell()
  await api.linked
  const heard = new Promise(resolve => api.shell.on('command-chosen', resolve))
  void api.backend.api.library.settings()
  expect(await heard).toEqual({ command: 'file.new' })
  expect(await firstMessage(ports.backend)).toMatchObject({ path: 'library.settings' })
  ports.close()
})
