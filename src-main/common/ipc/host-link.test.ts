import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, expect, it } from 'vitest'
import { hostLink, relayedPorts, type ChildSide, type ControlToHost, type Envelope } from './host-link'

const hostLinkModule = fileURLToPath(new URL('./host-link.ts', import.meta.url))

/** Echoes what comes from the page, says `ready`, and answers a grant with what was granted. */
const echoingChild = `
  import { hostLink } from ${JSON.stringify(hostLinkModule)}
  const link = hostLink(process)
  let connections = 0
  link.onPort('page', port => {
    const number = ++connections
    port.listen(message => port.post({ number, message }))
  })
  link.onControl(message => link.control({ type: 'refused', code: 'not-found', message: message.path, details: {} }))
  link.control({ type: 'ready' })
`
const cleanUps: (() => void)[] = []
afterEach(() => cleanUps.splice(0).forEach(cleanUp => cleanUp()))

function startChild() {
  const child = fork('data:,', [], {
    serialization: 'advanced', execArgv: ['--input-type=module', '--eval', echoingChild], silent: true,
  })
  cleanUps.push(() => child.kill())
  return child
}

function send(child: ChildProcess, envelope: Envelope<unknown>) {
  child.send(envelope)
}

async function nextEnvelope(child: ChildProcess): Promise<Envelope<ControlToHost>> {
  const [envelope] = await once(child, 'message')
  return envelope as Envelope<ControlToHost>
}

it('speaks with a plain Node child: control messages, and one port for each connection', async () => {
  const child = startChild()
  expect(await nextEnvelope(child)).toEqual({ kind: 'control', message: { type: 'ready' } })

  send(child, { kind: 'open', channel: 'page', connection: 1 })
  send(child, { kind: 'data', channel: 'page', connection: 1, message: { bytes: new Uint8Array([1, 2]) } })
  expect(await nextEnvelope(child)).toMatchObject({ connection: 1, message: { number: 1, message: { bytes: new Uint8Array([1, 2]) } } })

  send(child, { kind: 'close', channel: 'page', connection: 1 })
  send(child, { kind: 'open', channel: 'page', connection: 2 })
  send(child, { kind: 'data', channel: 'page', connection: 1, message: 'late' })
  send(child, { kind: 'data', channel: 'page', connection: 2, message: 'new' })
  expect(await nextEnvelope(child)).toMatchObject({ connection: 2, message: { number: 2, message: 'new' } })

  send(child, { kind: 'control', message: { type: 'grant', token: 't', path: '/press.txt', mode: 'read' } })
  expect(await nextEnvelope(child)).toMatchObject({ message: { type: 'refused', message: '/press.txt' } })
})

it('keeps ports and messages for a listener that comes later', async () => {
  const side = new EventEmitter()
  const link = hostLink(side as ChildSide)
  side.emit('message', { kind: 'open', channel: 'typesetter', connection: 7 })
  side.emit('message', { kind: 'data', channel: 'typesetter', connection: 7, message: 'first' })
  side.emit('message', { kind: 'data', channel: 'typesetter', connection: 7, message: 'second' })
  const heard: unknown[] = []
  link.onPort('typesetter', port => port.listen(message => heard.push(message)))
  expect(heard).toEqual(['first', 'second'])
})

it('a closed port hears and sends no more', () => {
  const sent: unknown[] = []
  const ports = relayedPorts(envelope => sent.push(envelope))
  const port = ports.open('page', 1)
  port.listen(() => expect.unreachable())
  port.close()
  port.close()
  ports.receive({ kind: 'data', channel: 'page', connection: 1, message: 'late' })
  expect(sent).toEqual([{ kind: 'close', channel: 'page', connection: 1 }])
})

it('takes over the real ports a utility process is given', async () => {
  const parent = new EventEmitter()
  const posted: unknown[] = []
  const parentPort = Object.assign(parent, { postMessage: (message: unknown) => posted.push(message) })
  const link = hostLink({ parentPort, on: () => undefined } as ChildSide)
  const { port1, port2 } = new MessageChannel()
  cleanUps.push(() => port2.close())
  parent.emit('message', { data: { kind: 'open', channel: 'page', connection: 1 }, ports: [asElectronPort(port1)] })
  port2.postMessage('hello')
  link.onPort('page', port => port.listen(message => port.post(`heard ${message}`)))
  expect(await once(port2, 'message')).toEqual(['heard hello'])
  link.control({ type: 'ready' })
  expect(posted).toEqual([{ kind: 'control', message: { type: 'ready' } }])
})

/** Electron's ports deliver an event where Node's deliver the message itself, and wait for `start`. */
function asElectronPort(port: MessagePort) {
  const listeners = new EventEmitter()
  return Object.assign(listeners, {
    start: () => { port.on('message', data => listeners.emit('message', { data })) },
    postMessage: (message: unknown) => port.postMessage(message),
    close: () => port.close(),
  })
}

it('hears the end of main as quit', () => {
  const side = new EventEmitter()
  const link = hostLink(side as ChildSide)
  const heard: unknown[] = []
  link.onControl(message => heard.push(message))
  side.emit('disconnect')
  expect(heard).toEqual([{ type: 'quit' }])
})
