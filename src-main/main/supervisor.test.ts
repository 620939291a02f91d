import { expect, it } from 'vitest'
import type { ProcessState } from '../common/ipc/contract'
import type { ControlToChild, ControlToHost } from '../common/ipc/host-link'
import { supervise, type Watched } from './supervisor'

/** A watched process as far as the supervisor sees it, which dies when told. */
function processDouble() {
  const exits: ((reason: string) => void)[] = []
  const controls: ((message: ControlToHost) => void)[] = []
  const told: ControlToChild[] = []
  const die = (reason = 'SIGKILL') => exits.forEach(listener => listener(reason))
  return {
    told,
    die,
    say: (message: ControlToHost) => controls.forEach(listener => listener(message)),
    control(message: ControlToChild) {
      told.push(message)
      if (message.type === 'quit') queueMicrotask(() => die('exit code 0'))
    },
    onControl: (listener: (message: ControlToHost) => void) => { controls.push(listener) },
    onExit: (listener: (reason: string) => void) => { exits.push(listener) },
    kill: () => queueMicrotask(() => die()),
  } satisfies Watched & Record<string, unknown>
}

function supervised() {
  const started: ReturnType<typeof processDouble>[] = []
  const states: ProcessState[] = []
  const reasons: string[] = []
  const clock = { now: 0 }
  const supervisor = supervise({
    start: processDouble,
    onStarted: process => started.push(process),
    onControl: () => undefined,
    onState: state => states.push(state),
    onDied: reason => reasons.push(reason),
    now: () => clock.now,
  })
  supervisor.start()
  return { supervisor, started, states, reasons, clock, newest: () => started.at(-1)! }
}

it('starts a process that died again and says when it is ready', () => {
  const { states, started, reasons, newest } = supervised()
  newest().say({ type: 'ready' })
  newest().die()
  newest().say({ type: 'ready' })
  expect(started).toHaveLength(2)
  expect(states).toEqual(['running', 'restarting', 'running'])
  expect(reasons).toEqual(['SIGKILL'])
})

it('stops after three deaths within a minute, and starts again by hand', () => {
  const { supervisor, started, states, clock, newest } = supervised()
  for (let death = 0; death < 3; death++) {
    clock.now += 29_000
    newest().die()
  }
  expect(started).toHaveLength(3)
  expect(supervisor.state).toBe('stopped')
  expect(states.at(-1)).toBe('stopped')
  supervisor.restart()
  newest().die()
  expect(supervisor.state).toBe('restarting')
  expect(started).toHaveLength(5)
})

it('goes on when the deaths are further apart', () => {
  const { supervisor, clock, newest } = supervised()
  for (let death = 0; death < 10; death++) {
    clock.now += 31_000
    newest().die()
  }
  expect(supervisor.state).not.toBe('stopped')
})

it('does not count an ordered restart, nor hear the process it replaced', () => {
  const { supervisor, reasons, started, newest } = supervised()
  const first = newest()
  for (let time = 0; time < 5; time++) supervisor.restart()
  first.die()
  expect(reasons).toEqual([])
  expect(started).toHaveLength(6)
})

it('asks the process to quit at the end, and starts no other', async () => {
  const { supervisor, started, reasons, newest } = supervised()
  await supervisor.end()
  expect(newest().told).toEqual([{ type: 'quit' }])
  expect(started).toHaveLength(1)
  expect(reasons).toEqual([])
})
