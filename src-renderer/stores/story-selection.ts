import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { StoryId } from '../../src-main/common/story/story'
import { useLibraryStore } from './library'

export type SelectMode = 'only' | 'toggle' | 'range'

/** Which stories of the list are selected, and which row the keyboard is on. */
export const useStorySelectionStore = defineStore('story-selection', () => {
  const library = useLibraryStore()
  const activeIndex = ref(-1)
  const selected = shallowRef<ReadonlySet<StoryId>>(new Set())
  let anchor = 0
  let activeId: StoryId | undefined
  let turn = 0

  const ids = computed(() => [...selected.value])

  /** Moves to a row and selects it: alone, in addition, or with all rows from where the selection began. */
  async function select(index: number, mode: SelectMode) {
    const mine = ++turn
    activeIndex.value = index
    activeId = library.row(index)?.id
    if (mode !== 'range') anchor = index
    const chosen = mode === 'range' ? await library.idsBetween(Math.min(anchor, index), Math.max(anchor, index)) : activeId ? [activeId] : []
    if (mine === turn) selected.value = mode === 'toggle' ? toggled(chosen) : new Set(chosen)
  }

  function toggled(chosen: StoryId[]) {
    const next = new Set(selected.value)
    for (const id of chosen) if (!next.delete(id)) next.add(id)
    return next
  }

  async function selectAll() {
    const mine = ++turn
    const all = await library.idsBetween(0, library.total - 1)
    if (mine === turn) selected.value = new Set(all)
  }

  function clear() {
    turn++
    activeIndex.value = -1
    activeId = undefined
    selected.value = new Set()
  }

  /** After the list has changed: the keyboard stays on its story, or on the row where that was. */
  function follow() {
    const index = activeId ? library.indexOf(activeId) : -1
    if (index >= 0) activeIndex.value = index
    else if (activeIndex.value >= library.total) activeIndex.value = library.total - 1
  }

  watch(library.query, clear)

  return { activeIndex, selected, ids, select, selectAll, clear, follow }
})
