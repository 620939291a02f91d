import { TextSelection } from '@tiptap/pm/state'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Stamp } from '../../src-main/common/document/stamp'
import { changeAt, changesBetween, changesOf, type Change } from '../../src-main/common/suggestions/changes'
import { decided } from '../../src-main/common/suggestions/decide'
import { recordDecisions, type Decision } from '../../src-main/common/suggestions/decisions'
import { passes } from '../../src-main/common/suggestions/passes'
import type { EditorSession } from '../editor/editor-session'
import { useDeskPersonStore } from './desk-person'
import { useStoryStore } from './story'

/** What of the suggestions the text shows: all marks, the final or the original text, or one pass alone. */
export type ShownView = 'marks' | 'final' | 'original' | `pass:${string}`

/** Suggested changes of the open story, and what is decided about them. */
export const useReviewStore = defineStore('review', () => {
  const desk = useDeskPersonStore()
  const story = useStoryStore()
  const session = shallowRef<EditorSession>()
  const changes = shallowRef<Change[]>([])
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

  /** Decides the changes that `isMeant` names, and writes down who did. Returns how many. */
  function decide(verdict: Decision['verdict'], isMeant: (stamp: Stamp) => boolean): number {
    const { value: open } = session
    const tr = open?.editor.isEditable ? decided(open.editor.state, stamp => isMeant(stamp) ? verdict : 'keep') : undefined
    if (!open || !tr || !story.doc) return 0
    const meant = changesOf(open.editor.state.doc).filter(({ stamp }) => isMeant(stamp))
    open.editor.view.dispatch(tr)
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
  const presentPeople = computed(() => [...new Set(changes.value.map(({ stamp }) => stamp.person))])

  return { session, changes, currentId, view, presentPasses, presentPeople, attach, decide, decideSelected, show, go }
})
