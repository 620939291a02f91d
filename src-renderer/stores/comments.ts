import { TextSelection } from '@tiptap/pm/state'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import * as Y from 'yjs'
import { anchorsOf, quoteOf, type Anchor } from '../../src-main/common/comments/anchors'
import { beginThread, followThreads, peopleCalled, readThreads, reply, resolveThread, type Subject, type Thread } from '../../src-main/common/comments/threads'
import { untrackedMeta } from '../../src-main/common/suggestions/decide'
import { highlightComments } from '../editor/comment-highlights'
import { useDeskPersonStore } from './desk-person'
import { useReviewStore } from './review'
import { useStoryStore } from './story'

export type ThreadFilter = 'open' | 'mine' | 'calling' | 'resolved' | 'all'

/** Comments on the open story: threads about its words and about fields of its slip. */
export const useCommentStore = defineStore('comments', () => {
  const [desk, review, story] = [useDeskPersonStore(), useReviewStore(), useStoryStore()]
  const threads = shallowRef<Thread[]>([])
  const anchors = shallowRef(new Map<string, Anchor>())
  const currentId = ref<string>()
  const filter = ref<ThreadFilter>('open')
  const draft = ref<Subject | null>(null) // what the comment being written is about
  let draftRange = { from: 0, to: 0 }

  watch(() => story.doc, (doc, _old, onCleanup) => {
    threads.value = doc ? readThreads(doc) : []
    draft.value = null
    if (doc) onCleanup(followThreads(doc, () => { threads.value = readThreads(doc) }))
  }, { immediate: true })

  watch(() => review.session, (session, _old, onCleanup) => {
    let timer = 0
    const refresh = () => {
      timer = 0
      anchors.value = threads.value.length > 0 && !session?.editor.isDestroyed ? anchorsOf(session!.editor.state.doc) : new Map()
    }
    const stops = [session?.onChange(() => { timer ||= window.setTimeout(refresh, 200) }), session && watch(threads, refresh, { immediate: true })]
    onCleanup(() => {
      clearTimeout(timer)
      stops.forEach(stop => stop?.())
    })
  }, { immediate: true })

  /** Everyone a remark may call: the people of the library, and who has said something here. */
  const names = computed(() => [...new Set([...desk.people.map(({ name }) => name), ...threads.value.flatMap(({ remarks }) => remarks.map(({ person }) => person)), desk.author.person])].filter(name => name !== ''))
  const isCalling = (thread: Thread) => thread.remarks.some(({ text }) => peopleCalled(text, names.value).includes(desk.author.person))
  const callCount = computed(() => threads.value.filter(thread => thread.resolved === null && isCalling(thread)).length)

  const isShown = (thread: Thread) => {
    const me = desk.author.person
    switch (filter.value) {
      case 'open': return thread.resolved === null
      case 'resolved': return thread.resolved !== null
      case 'mine': return thread.remarks.some(({ person }) => person === me)
      case 'calling': return isCalling(thread)
      default: return true
    }
  }
  const placeOf = ({ id, about }: Thread) => about.kind === 'slip' ? -1 : anchors.value.get(id)?.from ?? Infinity
  const shown = computed(() => threads.value.filter(isShown).sort((a, b) => placeOf(a) - placeOf(b)))

  watch([threads, currentId], () => highlightComments(threads.value.filter(({ resolved }) => resolved === null).map(({ id }) => id), currentId.value), { immediate: true })

  /** Begins a comment on the selected words, or on the word at the cursor; null when there are none. */
  function draftOnText(): boolean {
    const state = review.session?.editor.state
    if (!state || state.selection.empty) return false
    const { from, to } = state.selection
    story.settle()
    const sync = ySyncPluginKey.getState(state) as { type: Y.XmlFragment, binding: { mapping: Map<Y.AbstractType<unknown>, never> } }
    const place: unknown = Y.relativePositionToJSON(absolutePositionToRelativePosition(from, sync.type, sync.binding.mapping) as Y.RelativePosition)
    draftRange = { from, to }
    draft.value = { kind: 'text', quote: quoteOf(state.doc, from, to), place }
    return true
  }

  const now = (text: string) => ({ person: desk.author.person, role: desk.author.role, at: Date.now(), text: text.trim() })

  function say(text: string) {
    const { value: about } = draft
    if (!story.doc || !about) return
    const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('')
    beginThread(story.doc, id, about, now(text))
    if (about.kind === 'text') mark(id)
    draft.value = null
    currentId.value = id
  }

  function mark(id: string) {
    const { editor } = review.session!
    const { tr, schema } = editor.state
    editor.view.dispatch(tr.addMark(draftRange.from, Math.min(draftRange.to, tr.doc.content.size), schema.mark('comment', { id })).setMeta(untrackedMeta, true))
  }

  /** Shows what a thread is about; for words that are gone, the place they stood at. */
  function show(thread: Thread) {
    currentId.value = thread.id
    if (thread.about.kind === 'slip' || !review.session) return
    const { state, view } = review.session.editor
    const anchor = anchors.value.get(thread.id)
    const position = anchor?.from ?? formerPlace(thread.about.place)
    if (position === null) return
    const $from = state.doc.resolve(Math.min(position, state.doc.content.size))
    view.dispatch(state.tr.setSelection(TextSelection.between($from, state.doc.resolve(Math.min(anchor?.to ?? position, state.doc.content.size)))).scrollIntoView())
  }

  function formerPlace(place: unknown): number | null {
    const state = review.session!.editor.state
    story.settle()
    const sync = ySyncPluginKey.getState(state) as { doc: Y.Doc, type: Y.XmlFragment, binding: { mapping: Map<Y.AbstractType<unknown>, never> } }
    return place ? relativePositionToAbsolutePosition(sync.doc, sync.type, Y.createRelativePositionFromJSON(place), sync.binding.mapping) : null
  }

  function go(direction: 1 | -1) {
    const at = shown.value.findIndex(({ id }) => id === currentId.value)
    const next = shown.value[(at + direction + shown.value.length) % Math.max(1, shown.value.length)]
    if (next) show(next)
  }

  return {
    threads, shown, names, callCount, anchors, currentId, filter, draft, draftOnText, say, show, go,
    answer: (id: string, text: string) => { if (story.doc) reply(story.doc, id, now(text)) },
    resolve: (id: string, isResolved: boolean) => { if (story.doc) resolveThread(story.doc, id, isResolved ? { person: desk.author.person, at: Date.now() } : null) },
  }
})
