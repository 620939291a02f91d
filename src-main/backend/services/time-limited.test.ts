import { expect, it, onTestFinished, vi } from 'vitest'
import { AppError } from '../../common/ipc/errors'
import { settingLimit, timeLimited } from './time-limited'

function later<Value>() {
  let settle: { resolve(value: Value): void, reject(reason: Error): void }
  const promise = new Promise<Value>((resolve, reject) => { settle = { resolve, reject } })
  return { promise, ...settle! }
}

/** A typesetter that answers when the test says so. */
function slowTypesetter() {
  vi.useFakeTimers()
  onTestFinished(() => { vi.useRealTimers() })
  const [ready, answer] = [later<void>(), later<string[]>()]
  const asked: string[] = []
  const api = {
    ready: () => { asked.push('ready'); return ready.promise },
    families: () => { asked.push('families'); return answer.promise },
    loops: () => Promise.resolve([]),
  }
  const restart = vi.fn()
  const process = { generation: 1 }
  const connection = { api: { typesetter: api }, generation: () => process.generation }
  return { asked, ready, answer, restart, process, set: timeLimited(connection as unknown as Parameters<typeof timeLimited>[0], restart) }
}

it('asks at once, behind the question whether the typesetter is ready', async () => {
  const { asked, ready, answer, set } = slowTypesetter()
  const families = set(typesetter => typesetter.families(), '')
  expect(asked).toEqual(['ready', 'families'])
  answer.resolve(['宋体'])
  ready.resolve()
  expect(await families).toEqual(['宋体'])
})

it('asks whether it is ready once of each process', async () => {
  const { asked, ready, answer, process, set } = slowTypesetter()
  ready.resolve()
  answer.resolve([])
  const families = () => set(typesetter => typesetter.families(), '')
  await families()
  await families()
  process.generation++
  await families()
  expect(asked).toEqual(['ready', 'families', 'families', 'ready', 'families'])
})

it('counts the time a template may take from when the typesetter is ready', async () => {
  const { ready, restart, set } = slowTypesetter()
  const families = set(typesetter => typesetter.families(), 'slot')
  const late = expect(families).rejects.toMatchObject({ code: 'template-timeout', details: { template: 'slot' } })
  await vi.advanceTimersByTimeAsync(2 * settingLimit)
  expect(restart).not.toHaveBeenCalled()
  ready.resolve()
  await vi.advanceTimersByTimeAsync(settingLimit - 1)
  expect(restart).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(restart).toHaveBeenCalledOnce()
  await late
})

it('rejects with the reason when the typesetter is gone before it was ready', async () => {
  const { ready, answer, set } = slowTypesetter()
  const families = set(typesetter => typesetter.families(), '')
  const gone = new AppError('unavailable', 'The other process is not running')
  ready.reject(gone)
  answer.reject(gone)
  await expect(families).rejects.toBe(gone)
})
