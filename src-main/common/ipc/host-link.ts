import type { ErrorCode, ErrorDetails } from './errors'
import type { Port } from './port'

/** Who is at the other end of a port that main hands to one of its child processes. */
export type Channel = 'page' | 'backend' | 'typesetter'

export type ControlToChild =
  | { type: 'grant', token: string, path: string, mode: 'read' | 'write' }
  /** Write what is left to write, close the files and exit. */
  | { type: 'quit' }

export type ControlToHost =
  | { type: 'ready' }
  /** The backend knows of the grant: the page may be told. */
  | { type: 'granted', token: string }
  | { type: 'restart-typesetter' }
  /** The backend cannot open its library: main says so to the person and quits. */
  | { type: 'refused', code: ErrorCode, message: string, details: ErrorDetails }

/** What travels between main and a child. With real ports (utility process) only `control` and `open` do. */
export type Envelope<Control> =
  | { kind: 'control', message: Control }
  | { kind: 'open', channel: Channel, connection: number }
  | { kind: 'data', channel: Channel, connection: number, message: unknown }
  | { kind: 'close', channel: Channel, connection: number }

/** Electron's `MessagePortMain`, as a utility process receives it. */
export interface TransferredPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  start(): void
  postMessage(message: unknown): void
  close(): void
}

interface TransferEvent { data: unknown, ports: TransferredPort[] }

interface ParentPort {
  on(event: 'message', listener: (event: TransferEvent) => void): unknown
  postMessage(message: unknown): void
}

/** Node's `process`, as much of it as a child needs to speak with main; `parentPort` only in a utility process. */
export interface ChildSide {
  parentPort?: ParentPort
  send?(message: unknown): boolean
  on(event: 'message' | 'disconnect', listener: (message: unknown) => void): unknown
}

export interface HostLink {
  /** Each connection of the channel, the first and every later one, brings a new port. */
  onPort(channel: Channel, listener: (port: Port) => void): void
  onControl(listener: (message: ControlToChild) => void): void
  control(message: ControlToHost): void
}

/** A child's link to main, the same in a utility process and in a plain Node child. A main that is gone is heard as `quit`. */
export function hostLink(side: ChildSide): HostLink {
  const ports = heldUntilHeard<Channel, Port>()
  const controls = heldUntilHeard<'control', ControlToChild>()
  const post = side.parentPort ? listenToTransfers(side.parentPort) : listenToRelay()

  function listenToTransfers(parent: ParentPort) {
    parent.on('message', ({ data, ports: [port] }) => {
      const envelope = data as Envelope<ControlToChild>
      if (envelope.kind === 'control') controls.deliver('control', envelope.message)
      if (envelope.kind === 'open' && port) ports.deliver(envelope.channel, transferredPort(port))
    })
    return (envelope: Envelope<ControlToHost>) => parent.postMessage(envelope)
  }

  function listenToRelay() {
    const send = (envelope: Envelope<ControlToHost>) => { side.send?.(envelope) }
    const relayed = relayedPorts(send)
    side.on('message', message => {
      const envelope = message as Envelope<ControlToChild>
      if (envelope.kind === 'control') controls.deliver('control', envelope.message)
      else if (envelope.kind === 'open') ports.deliver(envelope.channel, relayed.open(envelope.channel, envelope.connection))
      else relayed.receive(envelope)
    })
    side.on('disconnect', () => controls.deliver('control', { type: 'quit' }))
    return send
  }

  return {
    onPort: ports.listen,
    onControl: listener => controls.listen('control', listener),
    control: message => post({ kind: 'control', message }),
  }
}

/** The `Port` of a port as Electron hands it to main and to utility processes. */
export function transferredPort(port: TransferredPort): Port {
  return {
    post: message => port.postMessage(message),
    listen(listener) {
      port.on('message', event => listener(event.data))
      port.start()
    },
    close: () => port.close(),
  }
}

type Addressed = { kind: 'data', channel: Channel, connection: number, message: unknown } | { kind: 'close', channel: Channel, connection: number }

/** Ports whose messages travel in envelopes marked with channel and connection, so that those of an ended connection are told apart. */
export function relayedPorts(send: (envelope: Addressed | { kind: 'open', channel: Channel, connection: number }) => void) {
  const inboxes = new Map<string, ReturnType<typeof heldUntilHeard<'message', unknown>>>()
  const key = (channel: Channel, connection: number) => `${channel} ${connection}`

  return {
    open(channel: Channel, connection: number): Port {
      const inbox = heldUntilHeard<'message', unknown>()
      inboxes.set(key(channel, connection), inbox)
      return {
        post: message => send({ kind: 'data', channel, connection, message }),
        listen: listener => inbox.listen('message', listener),
        close() {
          if (inboxes.delete(key(channel, connection))) send({ kind: 'close', channel, connection })
        },
      }
    },
    receive(envelope: Addressed) {
      const address = key(envelope.channel, envelope.connection)
      if (envelope.kind === 'close') inboxes.delete(address)
      else inboxes.get(address)?.deliver('message', envelope.message)
    },
  }
}

/** One listener per topic; what comes before it is kept for it, in order. */
function heldUntilHeard<Topic, Value>() {
  const listeners = new Map<Topic, (value: Value) => void>()
  const held: { topic: Topic, value: Value }[] = []
  return {
    deliver(topic: Topic, value: Value) {
      const listener = listeners.get(topic)
      if (listener) listener(value)
      else held.push({ topic, value })
    },
    listen(topic: Topic, listener: (value: Value) => void) {
      listeners.set(topic, listener)
      for (const { value } of held.filter(entry => entry.topic === topic)) listener(value)
      held.splice(0, held.length, ...held.filter(entry => entry.topic !== topic))
    },
  }
}
