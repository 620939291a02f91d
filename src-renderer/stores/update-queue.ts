import { AppError, isAppError } from '../../src-main/common/ipc/errors'

export type SaveState = 'saved' | 'saving' | 'unsaved'
export interface QueueState { saveState: SaveState, error: AppError | null }

export interface UpdateQueue {
  /** Takes an update; it is sent with others that come until `whenFree` calls back. */
  add(update: Uint8Array): void
  /** Sends what waits, now: to be called before anything is asked that must know of it. */
  flush(): void
  /** Sends everything that was refused again, now. */
  retry(): void
  /** Updates not yet known to be on disk. */
  unacknowledged(): Uint8Array[]
  state(): QueueState
}

const firstDelay = 500
const longestDelay = 15_000

interface UpdateQueueOptions {
  push(update: Uint8Array): Promise<void>
  /** Yjs's `mergeUpdates`: Yjs is loaded with the first story, this file at the start. */
  merge(updates: Uint8Array[]): Uint8Array
  /** Calls back when there is time to send: a key press is painted first. */
  whenFree(send: () => void): () => void
  onChange(state: QueueState): void
}

/** Sends a story's updates in the order they come and keeps each until it is acknowledged; refused ones are sent again, ever less often, never dropped. */
export function updateQueue({ push, merge, whenFree, onChange }: UpdateQueueOptions): UpdateQueue {
  const sent = new Set<Uint8Array>()
  const waiting: Uint8Array[] = []
  let callOff = () => {}
  let refused: Uint8Array[] = []
  let error: AppError | null = null
  let attempts = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const state = (): QueueState => ({ saveState: error ? 'unsaved' : sent.size + waiting.length > 0 ? 'saving' : 'saved', error })

  let told = state()

  function tell() {
    const now = state()
    if (now.saveState === told.saveState && now.error === told.error) return
    told = now
    onChange(now)
  }

  function add(update: Uint8Array) {
    waiting.push(update)
    if (waiting.length > 1) return
    callOff = whenFree(flush)
    tell()
  }

  function flush() {
    if (waiting.length === 0) return
    callOff()
    const [first, ...rest] = waiting.splice(0)
    void send(rest.length > 0 ? merge([first!, ...rest]) : first!)
  }

  async function send(update: Uint8Array) {
    sent.add(update)
    tell()
    try {
      await push(update)
      sent.delete(update)
      accepted()
    } catch (reason) {
      sent.delete(update)
      refusedAgain(update, asAppError(reason))
    }
    tell()
  }

  function accepted() {
    attempts = 0
    if (refused.length > 0) retry()
    else if (sent.size === 0) error = null
  }

  function refusedAgain(update: Uint8Array, reason: AppError) {
    refused.push(update)
    error = reason
    clearTimeout(timer)
    timer = setTimeout(retry, Math.min(firstDelay * 2 ** attempts++, longestDelay))
  }

  function retry() {
    clearTimeout(timer)
    if (refused.length === 0) return
    const merged = merge(refused)
    refused = []
    void send(merged)
  }

  return { add, flush, retry, unacknowledged: () => [...sent, ...refused, ...waiting], state }
}

export function asAppError(reason: unknown): AppError {
  return isAppError(reason) ? reason : new AppError('internal', reason instanceof Error ? reason.message : String(reason))
}
