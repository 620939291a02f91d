import { AppError, isAppError } from '../../src-main/common/ipc/errors'

export type SaveState = 'saved' | 'saving' | 'unsaved'
export interface QueueState { saveState: SaveState, error: AppError | null }

export interface UpdateQueue {
  add(update: Uint8Array): void
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
  onChange(state: QueueState): void
}

/** Sends a story's updates as they come and keeps each until it is acknowledged; refused ones are sent again, ever less often, never dropped. */
export function updateQueue({ push, merge, onChange }: UpdateQueueOptions): UpdateQueue {
  const sent = new Set<Uint8Array>()
  let refused: Uint8Array[] = []
  let error: AppError | null = null
  let attempts = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const state = (): QueueState => ({ saveState: error ? 'unsaved' : sent.size > 0 ? 'saving' : 'saved', error })

  async function send(update: Uint8Array) {
    sent.add(update)
    onChange(state())
    try {
      await push(update)
      sent.delete(update)
      accepted()
    } catch (reason) {
      sent.delete(update)
      refusedAgain(update, asAppError(reason))
    }
    onChange(state())
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

  return { add: update => { void send(update) }, retry, unacknowledged: () => [...sent, ...refused], state }
}

export function asAppError(reason: unknown): AppError {
  return isAppError(reason) ? reason : new AppError('internal', reason instanceof Error ? reason.message : String(reason))
}
