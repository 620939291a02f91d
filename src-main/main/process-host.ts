import { fork, type ChildProcess } from 'node:child_process'
import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron'
import { relayedPorts, type Channel, type ControlToChild, type ControlToHost, type Envelope } from '../common/ipc/host-link'

export interface HostedProcessOptions {
  name: string
  entry: string
  args: string[]
  nodeFlags?: string[] // where it runs in a Node of its own
  codeCache: string // folder where a Node of its own keeps what it compiled, for the next start
  /** Gets what the process writes to standard error. */
  log(text: string): void
}

/** A child process of main: Electron's utility process, or a plain Node child where Electron's own Node cannot run our code. */
export interface HostedProcess {
  readonly pid: number | undefined
  control(message: ControlToChild): void
  onControl(listener: (message: ControlToHost) => void): void
  /** Hands over one end of a new connection. */
  connect(channel: Channel, port: MessagePortMain): void
  /** `reason` is the exit code or the signal. */
  onExit(listener: (reason: string) => void): void
  kill(): void
}

/** better-sqlite3 is built for this Node-API; an older Electron cannot load it. */
const neededNodeApi = 10

const runsInElectron = Number(process.versions['napi']) >= neededNodeApi

export function startProcess(options: HostedProcessOptions): HostedProcess {
  return runsInElectron ? startUtilityProcess(options) : startNodeChild(options)
}

/** Gives two processes the two ends of a new channel; each sees the other under its name. */
export function connectProcesses(a: { process: HostedProcess, sees: Channel }, b: { process: HostedProcess, sees: Channel }) {
  const { port1, port2 } = new MessageChannelMain()
  a.process.connect(a.sees, port1)
  b.process.connect(b.sees, port2)
}

function startUtilityProcess({ name, entry, args, log }: HostedProcessOptions): HostedProcess {
  const child = utilityProcess.fork(entry, args, { serviceName: `Qingyang ${name}`, stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr?.on('data', (text: Buffer) => log(String(text)))
  child.on('error', (type, location) => log(`${type} in ${location}\n`)) // `exit` follows
  let connections = 0
  const post = (envelope: Envelope<ControlToChild>, ports: MessagePortMain[] = []) => child.postMessage(envelope, ports)
  return {
    get pid() { return child.pid },
    control: message => post({ kind: 'control', message }),
    onControl: listener => { child.on('message', (envelope: Envelope<ControlToHost>) => hearControl(envelope, listener)) },
    connect: (channel, port) => post({ kind: 'open', channel, connection: ++connections }, [port]),
    onExit: listener => { child.once('exit', code => listener(`exit code ${code}`)) },
    kill: () => { child.kill() },
  }
}

function startNodeChild({ entry, args, nodeFlags = [], codeCache, log }: HostedProcessOptions): HostedProcess {
  const child = fork(entry, args, {
    execPath: nodeExecutable(), execArgv: nodeFlags, serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: codeCache },
  })
  child.stderr?.on('data', (text: Buffer) => log(String(text)))
  child.on('error', error => log(`${error.message}\n`))
  const send = (envelope: Envelope<ControlToChild>) => { if (child.connected) child.send(envelope) }
  return {
    get pid() { return child.pid },
    control: message => send({ kind: 'control', message }),
    onControl: listener => { child.on('message', message => hearControl(message as Envelope<ControlToHost>, listener)) },
    connect: relay(child, send),
    onExit: listener => onceGone(child, listener),
    kill: () => { child.kill('SIGKILL') },
  }
}

/** Carries messages between ports and a Node child, which cannot be given ports. */
function relay(child: ChildProcess, send: (envelope: Envelope<ControlToChild>) => void): HostedProcess['connect'] {
  const relayed = relayedPorts(send)
  const open = new Set<MessagePortMain>()
  let connections = 0
  child.on('message', message => {
    const envelope = message as Envelope<ControlToHost>
    if (envelope.kind === 'data' || envelope.kind === 'close') relayed.receive(envelope)
  })
  onceGone(child, () => open.forEach(port => port.close()))

  return (channel, port) => {
    const connection = ++connections
    send({ kind: 'open', channel, connection })
    const childEnd = relayed.open(channel, connection)
    open.add(port)
    childEnd.listen(message => port.postMessage(message))
    port.on('message', ({ data }) => childEnd.post(data))
    port.on('close', () => { if (open.delete(port)) childEnd.close() })
    port.start()
  }
}

function hearControl(envelope: Envelope<ControlToHost>, listener: (message: ControlToHost) => void) {
  if (envelope.kind === 'control') listener(envelope.message)
}

/** A child that could not be started has no exit, only an error. */
function onceGone(child: ChildProcess, listener: (reason: string) => void) {
  child.once('exit', (code, signal) => listener(signal ?? `exit code ${code}`))
  child.once('error', error => { if (child.pid === undefined) listener(error.message) })
}

function nodeExecutable(): string {
  const node = process.env['QINGYANG_NODE']
  if (!node) throw new Error('This Electron is too old for the backend: QINGYANG_NODE must name a Node >= 22.14')
  return node
}
