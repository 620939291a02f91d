import { fork, type ChildProcess } from 'node:child_process'
import { relayedPorts, type ControlToHost, type Envelope } from '../common/ipc/host-link'
import { connect } from '../common/ipc/rpc'
import { typesetterNodeFlags, type TypesetterApi } from '../common/ipc/typesetter-contract'

/** A typesetter of one's own, for a backend that runs without Electron: the command line, benchmarks, tests. */
export function typesetterProcess(entry: string, args: string[]) {
  const connection = connect<TypesetterApi>()
  let child = start()

  function start(): ChildProcess {
    const started = fork(entry, args, { execArgv: typesetterNodeFlags, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const relayed = relayedPorts(envelope => { if (started.connected) started.send(envelope) })
    started.on('message', message => {
      const envelope = message as Envelope<ControlToHost>
      if (envelope.kind === 'data' || envelope.kind === 'close') relayed.receive(envelope)
    })
    started.once('exit', () => { if (started === child) connection.detach() })
    started.send({ kind: 'open', channel: 'backend', connection: 1 })
    connection.attach(relayed.open('backend', 1))
    return started
  }

  return {
    connection,
    pid: () => child.pid,
    restart(): void {
      child.kill('SIGKILL')
      child = start()
    },
    close(): void {
      child.kill('SIGKILL')
    },
  }
}

export type TypesetterProcess = ReturnType<typeof typesetterProcess>
