import type { ProcessState } from '../common/ipc/contract'
import type { ControlToChild, ControlToHost } from '../common/ipc/host-link'

/** What a supervisor needs of the process it watches. */
export interface Watched {
  control(message: ControlToChild): void
  onControl(listener: (message: ControlToHost) => void): void
  onExit(listener: (reason: string) => void): void
  kill(): void
}

export interface SupervisorOptions<Process extends Watched> {
  start(): Process
  /** A new process was started: it wants its ports. */
  onStarted(process: Process): void
  onControl(message: ControlToHost): void
  onState(state: ProcessState): void
  onDied(reason: string): void
  now?(): number
}

export interface Supervisor<Process extends Watched> {
  readonly process: Process | undefined
  readonly state: ProcessState
  start(): void
  /** Ends the process and starts another; not counted as a death. */
  restart(): void
  /** Asks the process to finish its work and exit, and ends it when it does not. */
  end(): Promise<void>
}

const deathsAllowed = 3
const withinMilliseconds = 60_000
const patienceAtEnd = 5_000 // milliseconds a process gets to exit by itself

/** Keeps one process running: one that dies is started again, until it dies three times within a minute. */
export function supervise<Process extends Watched>(options: SupervisorOptions<Process>): Supervisor<Process> {
  const now = options.now ?? Date.now
  let current: Process | undefined
  let state: ProcessState = 'starting'
  let deaths: number[] = []
  let isEnding = false

  function change(next: ProcessState) {
    if (next === state) return
    state = next
    options.onState(next)
  }

  function launch() {
    const process = options.start()
    current = process
    process.onExit(reason => { if (current === process) died(reason) })
    process.onControl(message => {
      if (current !== process) return
      if (message.type === 'ready') change('running')
      options.onControl(message)
    })
    options.onStarted(process)
  }

  function died(reason: string) {
    current = undefined
    if (isEnding) return
    options.onDied(reason)
    deaths = [...deaths.filter(time => now() - time < withinMilliseconds), now()]
    if (deaths.length >= deathsAllowed) return change('stopped')
    state = 'restarting'
    options.onState(state) // each death is told, also that of a process that was not ready yet
    launch()
  }

  function start() {
    if (current) return
    deaths = []
    launch()
  }

  return {
    get process() { return current },
    get state() { return state },
    start,
    restart() {
      const previous = current
      current = undefined
      previous?.kill()
      change('restarting')
      start()
    },
    async end() {
      isEnding = true
      if (current) await exitOf(current)
    },
  }
}

function exitOf(process: Watched): Promise<void> {
  return new Promise(resolve => {
    const impatience = setTimeout(() => process.kill(), patienceAtEnd)
    process.onExit(() => {
      clearTimeout(impatience)
      resolve()
    })
    process.control({ type: 'quit' })
  })
}
