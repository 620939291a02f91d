import { defineStore } from 'pinia'
import { reactive, ref, shallowReactive, watch } from 'vue'
import { openingQuery, storiesOfAPage, type StoryId, type StoryPage, type StorySummary } from '../../src-main/common/story/story'
import { isAppError } from '../../src-main/common/ipc/errors'
import { useApi } from '../api'
import { useNoticeStore } from './notices'

const rowsAhead = 150
const idsAtOnce = 500
const settleTime = 200 // ms between a change of the library and the next look at it
const typingTime = 500 // the same for a story that is written in: its row does not follow each key press, which would wait for its frame

/** The list of stories, loaded in pages as they come into view. */
export const useLibraryStore = defineStore('library', () => {
  const { backend: { api: backend, on }, onBackendAttached, opening } = useApi()
  const notices = useNoticeStore()
  const query = reactive({ ...openingQuery })
  const total = ref(opening?.stories.total ?? 0)
  const isLoaded = ref(opening !== undefined)
  const pages = shallowReactive(new Map<number, StorySummary[]>(opening && [[0, opening.stories.stories]]))
  const loading = new Set<number>()
  let visible = { first: 0, last: 0 }
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const list = (offset: number, limit: number): Promise<StoryPage> => backend.stories.list({ ...query, offset, limit })
  const row = (index: number): StorySummary | undefined => pages.get(Math.floor(index / storiesOfAPage))?.[index % storiesOfAPage]

  /** Tells which rows are in view, so that their pages are there, and soon those next to them. */
  function show(first: number, last: number) {
    visible = { first, last }
    for (const page of pagesOf(Math.max(0, first - rowsAhead), Math.min(total.value - 1, last + rowsAhead))) if (!pages.has(page) && !loading.has(page)) void load(page)
  }

  function pagesOf(firstRow: number, lastRow: number): number[] {
    const first = Math.floor(firstRow / storiesOfAPage)
    return Array.from({ length: Math.max(0, Math.floor(lastRow / storiesOfAPage) - first + 1) }, (_, index) => first + index)
  }

  async function load(page: number) {
    const mine = turn
    loading.add(page)
    try {
      const answer = await list(page * storiesOfAPage, storiesOfAPage)
      if (mine !== turn) return
      total.value = answer.total
      keep(page, answer.stories)
    } catch (reason) {
      if (mine === turn) tell(reason)
    } finally {
      if (mine === turn) loading.delete(page)
    }
  }

  /** Asks for the visible pages again; what is shown stays until the answer is there. */
  async function reload() {
    clearTimeout(timer)
    timer = undefined
    const mine = ++turn
    loading.clear()
    const wanted = pagesOf(visible.first, visible.last)
    try {
      const answers = await Promise.all(wanted.map(page => list(page * storiesOfAPage, storiesOfAPage)))
      if (mine !== turn) return
      for (const page of pages.keys()) if (!wanted.includes(page)) pages.delete(page)
      wanted.forEach((page, index) => keep(page, answers[index]!.stories))
      total.value = answers[0]?.total ?? 0
      isLoaded.value = true
    } catch (reason) {
      if (mine === turn) tell(reason)
    }
  }

  /** Rows that are as they were stay the same objects: they are not drawn again. */
  function keep(page: number, stories: StorySummary[]) {
    const before = pages.get(page)
    const kept = stories.map((story, index) => before?.[index] && JSON.stringify(before[index]) === JSON.stringify(story) ? before[index] : story)
    if (before?.length !== kept.length || kept.some((story, index) => story !== before[index])) pages.set(page, kept)
  }

  /** A backend that is being restarted has its own banner, and the list asks again when it is back. */
  function tell(reason: unknown) {
    if (!isAppError(reason, 'unavailable')) notices.fail(reason)
  }

  /** The stories from one row to another, in the order of the list. */
  async function idsBetween(first: number, last: number): Promise<StoryId[]> {
    const ids: StoryId[] = []
    for (let offset = first; offset <= last; offset += idsAtOnce) {
      const { stories } = await list(offset, Math.min(idsAtOnce, last - offset + 1))
      ids.push(...stories.map(story => story.id))
    }
    return ids
  }

  /** The row of a story among the pages that are loaded, or -1. */
  function indexOf(id: StoryId): number {
    for (const [page, stories] of pages) {
      const index = stories.findIndex(story => story.id === id)
      if (index >= 0) return page * storiesOfAPage + index
    }
    return -1
  }

  function reloadWithin(wait: number) {
    timer ??= setTimeout(() => { void reload() }, wait)
  }

  on('stories-changed', () => reloadWithin(settleTime))
  on('story-updated', () => reloadWithin(typingTime))
  onBackendAttached(() => { void reload() })
  if (!opening) void reload()
  watch(query, () => {
    visible = { first: 0, last: 0 }
    void reload()
  })

  return { query, total, isLoaded, row, show, reload, idsBetween, indexOf }
})
