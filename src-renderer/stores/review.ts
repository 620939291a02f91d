import { TextSelection } from '@tiptap/pm/state'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Stamp } from '../../src-main/common/document/stamp'
import { changeAt, changesBetween, changesOf, type Change } from '../../src-main/common/suggestions/changes'
import { decided } from '../../src-main/common/suggestions/decide'
import { recordDecisions, type Decision } from '../../src-main/common/suggestions/decisions'
import { passes } from '../../src-main/common/suggestions/passes'
import type { Judge } from '../../src-main/common/suggestions/resolve'
import { decideSlipChanges, followSlipChanges, readSlipChanges, slipStamp, type SlipChange } from '../../src-main/common/suggestions/slip-changes'
import { slipWords } from '../composables/slip-words'
import { closeUndoStep } from '../editor/commands/history'
import type { EditorSession } from '../editor/editor-session'
import { useTranslations } from '../locales'
import { useDeskPersonStore } from './desk-person'
import { useStoryStore } from './story'

/** What of the suggestions the text shows: all marks, the final or the original text, or one pass alone. */
export type ShownView = 'marks' | 'final' | 'original' | `pass:${string}`

/** Suggested changes of the open story, of its text and of its slip, and what is decided about them. */
export const useReviewStore = defineStore('review', () => {
  const desk = useDeskPersonStore()
  const story = useStoryStore()
  const shown = slipWords(useTranslations().t)
  const session = shallowRef<EditorSession>()
  const changes = shallowRef<Change[]>([])
  const openOfSlip = shallowRef<SlipChange[]>([])
  const currentId = ref<string>()
  const view = ref<ShownView>('marks')
  let stop = () => {}
  let timer = 0

  /** Follows the editor of the open story; undefined when it closes. */
  function attach(next: EditorSession | undefined) {
    stop()
    session.value = next
    view.value = 'marks'
    stop = next?.onChange(() => { timer ||= window.setTimeout(refresh, 150) }) ?? (() => {})
    refresh()
  }

  function refresh() {
    timer = 0
    const state = session.value?.editor.state
    const found = state ? changesOf(state.doc) : []
    if (found.length + changes.value.length > 0) changes.value = found
    currentId.value = state && changeAt(state.doc, state.selection.head)?.id
  }

  watch(() => story.doc, (doc, _old, onCleanup) => {
    openOfSlip.value = doc ? readSlipChanges(doc) : []
    if (doc) onCleanup(followSlipChanges(doc, () => { openOfSlip.value = readSlipChanges(doc) }))
  }, { immediate: true })

  /** Changes of the slip as the list and the record have them; they have no place in the text. */
  const slipChanges = computed(() => openOfSlip.value.map((change): Change => ({
    stamp: slipStamp(change), kind: 'slip', from: 0, to: 0, removed: shown(change.field, change.from), added: shown(change.field, change.to), part: 'slip', names: [change.field],
  })))

  /** Decides the changes that `isMeant` names, in text and slip, as one step of undo, and writes down who did. Returns how many. */
  function decide(verdict: Decision['verdict'], isMeant: (stamp: Stamp) => boolean): number {
    const { value: open } = session
    if (!open?.editor.isEditable || !story.doc) return 0
    const { state, view: editorView } = open.editor
    const meant = [...changesOf(state.doc), ...slipChanges.value].filter(({ stamp }) => isMeant(stamp))
    const judge: Judge = stamp => isMeant(stamp) ? verdict : 'keep'
    closeUndoStep(state)
    const tr = decided(state, judge)
    if (tr) editorView.dispatch(tr)
    decideSlipChanges(story.doc, judge)
    closeUndoStep(state)
    recordDecisions(story.doc, meant, verdict, desk.author)
    refresh()
    return meant.length
  }

  /** The change at the cursor, or every change the selection touches. */
  function decideSelected(verdict: Decision['verdict']): number {
    const state = session.value?.editor.state
    if (!state) return 0
    const { selection: { from, to, empty }, doc } = state
    const ids = empty ? new Set([changeAt(doc, from)?.id]) : changesBetween(doc, from, to)
    const count = decide(verdict, ({ id }) => ids.has(id))
    if (empty && count > 0) go(1)
    return count
  }

  /** Puts the cursor on a change and shows it. */
  function show(change: Change) {
    const open = session.value
    if (!open) return
    const { state, view: editorView } = open.editor
    const position = Math.min(change.from + (state.doc.nodeAt(change.from)?.isInline ? 0 : 1), state.doc.content.size)
    editorView.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(position), 1)).scrollIntoView())
    currentId.value = change.stamp.id
  }

  /** To the next or previous change, round the end. */
  function go(direction: 1 | -1) {
    const head = session.value?.editor.state.selection.head ?? 0
    const list = changes.value
    if (list.length === 0) return
    const at = list.findIndex(({ stamp }) => stamp.id === currentId.value)
    const next = at >= 0 ? at + direction : direction > 0 ? list.findIndex(({ from }) => from >= head) : list.filter(({ from }) => from < head).length - 1
    show(list[(next + list.length) % list.length] ?? list[0]!)
  }

  const presentPasses = computed(() => passes.filter(pass => changes.value.some(({ stamp }) => stamp.pass === pass)))
  const isAny = computed(() => changes.value.length + slipChanges.value.length > 0)

  return { session, changes, slipChanges, isAny, currentId, view, presentPasses, attach, decide, decideSelected, show, go }
})
