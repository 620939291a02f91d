import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, it, vi } from 'vitest'
import { AppError } from './errors'
import { webPort, type Port } from './port'
import { connect, serve, type Implementation } from './rpc'

interface Api {
  sums: { add(a: number, b: number): number, refuse(): void, crash(): void }
}
interface Events { 'sum-made': number }

const api: Implementation<Api> = {
  sums: {
    add: (a, b) => a + b,
    refuse: () => { throw new AppError('does-not-fit', 'eight lines over', { lines: 8 }) },
    crash: () => { throw new Error('a bug') },
  },
}
const open: Port[] = []

function channel(): [Port, Port] {
  const { port1, port2 } = new MessageChannel()
  const pair: [Port, Port] = [webPort(port1 as never), webPort(port2 as never)]
  open.push(...pair)
  return pair
}

afterEach(() => open.splice(0).forEach(port => port.close()))

it('answers a call with the result of the operation', async () => {
  const [here, there] = channel()
  serve<Api>(there, api, (_, args) => args, () => {})
  expect(await connect<Api>(here).api.sums.add(2, 3)).toBe(5)
})

it('carries a refusal whole, and a bug as internal after logging it', async () => {
  const [here, there] = channel()
  const logBug = vi.fn()
  serve<Api>(there, api, (_, args) => args, logBug)
  const { sums } = connect<Api>(here).api
  await expect(sums.refuse()).rejects.toMatchObject({ code: 'does-not-fit', details: { lines: 8 } })
  await expect(sums.crash()).rejects.toMatchObject({ code: 'internal' })
  expect(logBug).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: 'a bug' }), 'sums.crash')
})

it('refuses what the contract does not name, inherited names included', async () => {
  const [here, there] = channel()
  serve<Api>(there, api, (_, args) => args, () => {})
  const { api: remote } = connect<{ sums: { hasOwnProperty(): void }, constructor: { keys(): void } }>(here)
  await expect(remote.sums.hasOwnProperty()).rejects.toMatchObject({ code: 'invalid-arguments' })
  await expect(remote.constructor.keys()).rejects.toMatchObject({ code: 'invalid-arguments' })
})

it('delivers events until the listener is taken back', async () => {
  const [here, there] = channel()
  const emit = serve<Api, Events>(there, api, (_, args) => args, () => {})
  const heard: number[] = []
  const connection = connect<Api, Events>(here)
  const stop = connection.on('sum-made', sum => heard.push(sum))
  emit('sum-made', 1)
  await connection.api.sums.add(0, 0)
  stop()
  emit('sum-made', 2)
  await connection.api.sums.add(0, 0)
  expect(heard).toEqual([1])
})

it('rejects what a dead process left unanswered, keeps what was not sent, and goes on with the next', async () => {
  const [deaf] = channel()
  const connection = connect<Api>(deaf)
  const lost = connection.api.sums.add(1, 1)
  connection.detach()
  await expect(lost).rejects.toMatchObject({ code: 'unavailable' })
  const kept = connection.api.sums.add(1, 2)
  const [here, there] = channel()
  serve<Api>(there, api, (_, args) => args, () => {})
  connection.attach(here)
  expect(await kept).toBe(3)
})

it('tells one process from the next, and from none', () => {
  const [port, next] = [channel()[0], channel()[0]]
  const connection = connect<Api>()
  const generations = [connection.generation()]
  for (const change of [() => connection.attach(port), connection.detach, () => connection.attach(next), () => connection.attach(port)]) {
    change()
    generations.push(connection.generation())
  }
  expect(new Set(generations).size).toBe(5)
  expect(connection.generation()).toBe(generations.at(-1))
})

it('lets what must go first go first', async () => {
  const [here, there] = channel()
  const asked: number[] = []
  serve<Api>(there, { sums: { ...api.sums, add: (a, b) => asked.push(a + b) } }, (_, args) => args, () => {})
  let isHeld = true
  const remote = connect<Api>(here, () => {
    if (!isHeld) return
    isHeld = false
    void remote.api.sums.add(1, 0)
  })
  await remote.api.sums.add(1, 1)
  expect(asked).toEqual([1, 2])
})
