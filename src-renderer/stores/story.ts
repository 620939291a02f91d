import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type * as Yjs from 'yjs'
import type { Held, OpenStory, StoryId, StorySummary } from '../../src-main/common/story/story'
import { ignoreGone, useApi } from '../api'
import { afterPaint } from '../composables/after-paint'
import type { EditHistory } from '../editor/extensions/session-history'
import { asAppError, updateQueue, type QueueState, type SaveState, type UpdateQueue } from './update-queue'

/** Origin of changes that came from the backend: they are not sent back. */
export const remoteOrigin = 'remote'

/** A start, which shows the list, does not wait for Yjs. */
const loadYjs = () => import('yjs')

/** A story's document and what can be undone in it, kept for the rest of the session. */
interface KeptStory { doc: Yjs.Doc, history: EditHistory }

const longestKept = 5 // stories kept in memory while others are shown

/** The story being edited, and the way its changes reach the disk. */
export const useStoryStore = defineStore('story', () => {
  const { backend: { api: backend, on }, onBackendAttached, onBackendAsked } = useApi()
  const summary = shallowRef<StorySummary>()
  const shown = shallowRef<KeptStory>()
  const doc = computed(() => shown.value?.doc)
  const history = computed(() => shown.value?.history)
  const kept = new Map<StoryId, KeptStory>()
  const isOpening = ref(false)
  const queues = new Map<StoryId, UpdateQueue>()
  const typedAhead = new Set<() => void>()
  const states = reactive(new Map<StoryId, QueueState>())
  let turn = 0
  let isSending = false

  const id = computed(() => summary.value?.id)
  const heldAtOpening = shallowRef<Held | null>(null)
  /** What keeps the text as it is, though the story is on the desk; the workflow follows it. */
  const heldBy = shallowRef<Held | { reason: 'nobody' } | null>(null)
  const isEditable = computed(() => summary.value !== undefined && summary.value.binnedAt === null && heldBy.value === null)
  const saveError = computed(() => [...states.values()].find(state => state.error)?.error ?? null)
  const saveState = computed<SaveState>(() => saveError.value ? 'unsaved' : [...states.values()].some(state => state.saveState === 'saving') ? 'saving' : 'saved')

  /** Opens `storyId` in place of the story that is open. When called again before it is there, the later call wins. */
  async function open(storyId: StoryId) {
    if (storyId === id.value) return
    const mine = ++turn
    isOpening.value = true
    try {
      const [opened, Y] = await Promise.all([backend.stories.open(storyId), loadYjs()])
      if (mine === turn) replace(opened, Y)
      else if (storyId !== id.value) await backend.stories.close(storyId)
    } finally {
      if (mine === turn) isOpening.value = false
    }
  }

  function replace(opened: OpenStory, Y: typeof Yjs) {
    close()
    const { summary: next, update } = opened
    const queue = queueOf(next.id, Y)
    const story = kept.get(next.id) ?? begin(next.id, Y)
    kept.delete(next.id)
    for (const known of [update, ...queue.unacknowledged()]) Y.applyUpdate(story.doc, known, remoteOrigin)
    heldAtOpening.value = opened.heldBy
    summary.value = next
    shown.value = story
  }

  function begin(storyId: StoryId, Y: typeof Yjs): KeptStory {
    const begun = new Y.Doc()
    begun.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== remoteOrigin) queueOf(storyId, Y).add(update) })
    return { doc: begun, history: { undoStack: [], redoStack: [] } }
  }

  /** The story is kept, so that what was done in it can be undone when it is opened again. */
  function close() {
    flush()
    turn++
    isOpening.value = false
    const [closed, story] = [id.value, shown.value]
    summary.value = shown.value = undefined
    if (!closed || !story) return
    kept.set(closed, story)
    if (kept.size > longestKept) forget([...kept.keys()].slice(0, 1))
    release(closed)
  }

  /** Lets go of closed stories that are gone, or that became others in the library: they are opened anew. */
  function forget(stories: readonly StoryId[]) {
    for (const storyId of stories) {
      kept.get(storyId)?.doc.destroy()
      kept.delete(storyId)
    }
  }

  /** A closed story's queue lives on until its last update is on disk; only then does the backend hear that the story is closed. */
  function release(storyId: StoryId) {
    if (queues.get(storyId)?.state().saveState !== 'saved' || storyId === id.value) return
    queues.delete(storyId)
    states.delete(storyId)
    backend.stories.close(storyId).catch(ignoreGone)
  }

  function queueOf(storyId: StoryId, { mergeUpdates }: typeof Yjs) {
    const existing = queues.get(storyId)
    if (existing) return existing
    const queue = updateQueue({
      push: update => sending(() => backend.stories.push(storyId, update)),
      merge: mergeUpdates,
      whenFree: afterPaint,
      onChange(state) {
        states.set(storyId, state)
        release(storyId)
      },
    })
    queues.set(storyId, queue)
    return queue
  }

  /** After a restart of the backend: both sides tell each other what they have, and exchange what is missing. */
  async function synchronise() {
    retry()
    const [current, storyId] = [doc.value, id.value]
    if (!current || !storyId) return
    try {
      const Y = await loadYjs()
      const missing = await backend.stories.sync(storyId, Y.encodeStateVector(current))
      if (doc.value !== current) return
      settle()
      Y.applyUpdate(current, missing.update, remoteOrigin)
      queueOf(storyId, Y).add(Y.encodeStateAsUpdate(current, missing.stateVector))
    } catch (reason) {
      states.set(storyId, { saveState: 'unsaved', error: asAppError(reason) })
    }
  }

  function retry() {
    queues.forEach(queue => queue.retry())
  }

  /** Has the document take over what was typed and is only painted yet. */
  function settle() {
    typedAhead.forEach(one => one())
  }

  /** Has `one` called whenever the document must hold all that was typed; returns the function that ends it. */
  function onSettle(one: () => void) {
    typedAhead.add(one)
    return () => { typedAhead.delete(one) }
  }

  /** Sends an update; what was typed since must not overtake it. */
  function sending<Result>(send: () => Result): Result {
    isSending = true
    try {
      return send()
    } finally {
      isSending = false
    }
  }

  /** A key press is painted before it is sent; what is asked of the backend meanwhile comes after it all the same. */
  function flush() {
    if (isSending) return
    settle()
    queues.forEach(queue => queue.flush())
  }

  /** Resolves with true once nothing typed is left unsaved, with false when saving fails. */
  function whenSaved(): Promise<boolean> {
    flush()
    return new Promise(resolve => {
      const stop = watch(saveState, state => {
        if (state === 'saving') return
        resolve(state === 'saved')
        queueMicrotask(() => stop())
      }, { immediate: true })
    })
  }

  onBackendAttached(() => { void synchronise() })
  onBackendAsked(flush)
  for (const leaving of ['blur', 'pagehide', 'beforeunload']) window.addEventListener(leaving, flush)
  on('story-updated', updated => { if (updated.id === id.value) summary.value = updated.summary })

  return { id, summary, doc, history, isOpening, heldAtOpening, heldBy, isEditable, saveState, saveError, onSettle, settle, open, close, forget, retry, whenSaved }
})
