import { join } from 'node:path'
import { typesetterNodeFlags } from '../common/ipc/typesetter-contract'
import type { ProcessName, ProcessState } from '../common/ipc/contract'
import type { Grants } from './grants'
import type { LibraryRefusal } from './library-refusal'
import { logFile } from './log-file'
import { connectProcesses, startProcess, type HostedProcess } from './process-host'
import { supervise, type Supervisor } from './supervisor'

const typesetterDelay = 1000 // milliseconds; until then the page and its first list have the processor

export interface Places { userData: string, library: string, resources: string, entries: string }

export interface ProcessesOptions {
  places: Places
  grants(): Grants
  onState(name: ProcessName, state: ProcessState, logFile: string): void
  /** A new backend waits for the page's port. */
  onBackendStarted(backend: HostedProcess): void
  onRefused(refusal: LibraryRefusal, logFile: string): void
}

export interface Processes extends Record<ProcessName, Supervisor<HostedProcess>> {
  logFiles: Record<ProcessName, string>
  /** Starts the backend, and a moment after it answers the typesetter: the list waits for the one, nobody yet for the other. */
  start(): void
  end(): Promise<void>
}

/** Backend and typesetter, kept running and connected with each other. */
export function processes({ places, grants, onState, onBackendStarted, onRefused }: ProcessesOptions): Processes {
  const logs = { backend: logIn(places, 'backend'), typesetter: logIn(places, 'typesetter') }
  const start = (name: ProcessName, args: string[], nodeFlags?: string[]) => startProcess({
    name, args, nodeFlags, entry: join(places.entries, `${name}.cjs`), codeCache: join(places.userData, 'compiled'), log: logs[name].write,
  })

  let typesetterStart: NodeJS.Timeout | undefined

  const backend = supervise<HostedProcess>({
    start: () => start('backend', ['--library', places.library, '--resources', places.resources]),
    onStarted(process) {
      grants().all().forEach(process.control)
      if (typesetter.process) joinBoth(process, typesetter.process)
      onBackendStarted(process)
    },
    onControl(message) {
      if (message.type === 'ready') typesetterStart ??= setTimeout(typesetter.start, typesetterDelay)
      if (message.type === 'granted') grants().acknowledge(message.token)
      if (message.type === 'restart-typesetter') typesetter.restart()
      if (message.type === 'refused') onRefused(message, logs.backend.path)
    },
    onState: state => onState('backend', state, logs.backend.path),
    onDied: reason => logs.backend.write(`The backend ended by itself: ${reason}`),
  })

  const typesetter: Supervisor<HostedProcess> = supervise<HostedProcess>({
    start: () => start('typesetter', ['--resources', places.resources, '--fonts', join(places.resources, 'fonts'), ...ownFolders(places)], typesetterNodeFlags),
    onStarted(process) {
      if (backend.process) joinBoth(backend.process, process)
    },
    onControl: () => undefined,
    onState: state => onState('typesetter', state, logs.typesetter.path),
    onDied: reason => logs.typesetter.write(`The typesetter ended by itself: ${reason}`),
  })

  return {
    backend,
    typesetter,
    logFiles: { backend: logs.backend.path, typesetter: logs.typesetter.path },
    start: backend.start,
    async end() {
      clearTimeout(typesetterStart)
      await backend.end()
      await typesetter.end()
    },
  }
}

function joinBoth(backend: HostedProcess, typesetter: HostedProcess) {
  connectProcesses({ process: backend, sees: 'typesetter' }, { process: typesetter, sees: 'backend' })
}

/** The newsroom's own templates and fonts lie with its library. */
const ownFolders = ({ library }: Places) => ['--templates', join(library, 'templates'), '--fonts', join(library, 'fonts')]

const logIn = ({ userData }: Places, name: string) => logFile(join(userData, 'logs', `${name}.log`))
