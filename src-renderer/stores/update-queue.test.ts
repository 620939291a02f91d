import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { AppError } from '../../src-main/common/ipc/errors'
import { updateQueue, type QueueState } from './update-queue'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

/** A document that is typed into, a disk that refuses while it is full, and the queue between them. */
function workplace() {
  const doc = new Y.Doc()
  const pushed: Uint8Array[] = []
  const stored = new Y.Doc()
  const disk = { isFull: false }
  const states: QueueState[] = []
  const queue = updateQueue({
    merge: Y.mergeUpdates,
    whenFree: send => {
      const timer = setTimeout(send, 5)
      return () => clearTimeout(timer)
    },
    async push(update) {
      pushed.push(update)
      if (disk.isFull) throw new AppError('disk-full', 'No space')
      Y.applyUpdate(stored, update)
    },
    onChange: state => states.push(state),
  })
  doc.on('update', update => queue.add(update))
  return { type: (text: string) => doc.getText('text').insert(0, text), stored: () => stored.getText('text').toJSON(), disk, queue, states, pushed }
}

it('is saving until the update is acknowledged, then saved', async () => {
  const { type, stored, queue, states } = workplace()
  type('清')
  expect(queue.state().saveState).toBe('saving')
  await vi.runAllTimersAsync()
  expect(states.at(-1)).toEqual({ saveState: 'saved', error: null })
  expect(stored()).toBe('清')
})

it('keeps what was refused, says why, and stores all of it once the disk takes it', async () => {
  const { type, stored, disk, queue } = workplace()
  disk.isFull = true
  for (const character of '样清') type(character)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(queue.state()).toMatchObject({ saveState: 'unsaved', error: { code: 'disk-full' } })
  expect(queue.unacknowledged()).not.toEqual([])

  disk.isFull = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect(queue.state()).toEqual({ saveState: 'saved', error: null })
  expect(queue.unacknowledged()).toEqual([])
  expect(stored()).toBe('清样')
})

it('sends again at once when asked, and with the next change that is stored', async () => {
  const { type, stored, disk, queue } = workplace()
  disk.isFull = true
  type('样')
  await vi.advanceTimersByTimeAsync(5)
  disk.isFull = false
  queue.retry()
  await vi.advanceTimersByTimeAsync(5)
  expect(stored()).toBe('样')

  disk.isFull = true
  type('清')
  await vi.advanceTimersByTimeAsync(5)
  disk.isFull = false
  type('《')
  await vi.advanceTimersByTimeAsync(5)
  expect(stored()).toBe('《清样')
})

it('says unsaved while something is still refused, even when a later change was stored', async () => {
  const { type, disk, queue, states } = workplace()
  disk.isFull = true
  type('样')
  await vi.advanceTimersByTimeAsync(5)
  disk.isFull = false
  states.length = 0
  type('清')
  expect([...states, queue.state()].at(-1)?.saveState).toBe('unsaved')
  await vi.advanceTimersByTimeAsync(5)
  expect(queue.state().saveState).toBe('saved')
})

it('sends together, in order, what came before there was time, and at once when asked to', async () => {
  const { type, stored, queue, pushed } = workplace()
  type('样')
  type('清')
  expect(pushed).toEqual([])
  expect(queue.unacknowledged()).toHaveLength(2)
  expect(queue.state().saveState).toBe('saving')
  queue.flush()
  expect(pushed).toHaveLength(1)
  expect(stored()).toBe('清样')
  type('《')
  await vi.advanceTimersByTimeAsync(5)
  expect(pushed).toHaveLength(2)
  expect(stored()).toBe('《清样')
  expect(queue.state().saveState).toBe('saved')
})
