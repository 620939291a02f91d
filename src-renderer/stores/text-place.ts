import { defineStore } from 'pinia'
import { nextTick, ref, shallowRef } from 'vue'
import type { Finding, FindingPlace } from '../../src-main/common/print/preflight'
import type { StoryId } from '../../src-main/common/story/story'
import type { FinalPlace } from '../../src-main/common/suggestions/final-places'
import type { FinalStretch } from '../../src-main/common/suggestions/final-range'
import { usePagePlanStore } from './page-plans'
import { useSettingsStore } from './settings'
import { useStoryStore } from './story'

type Aim = FinalStretch | { final: FinalPlace, side: 'before' | 'after' }

/** Leading the person to a place: words in the text, a field of the slip, the cursor's line on the page proof, a field or a story's box on the page desk. */
export const useTextPlaceStore = defineStore('text-place', () => {
  const { change } = useSettingsStore()
  const [pages, stories] = [usePagePlanStore(), useStoryStore()]
  const aim = shallowRef<Aim | null>(null) // the editor goes there
  const pageAim = ref(0) // counts how often the cursor's line was asked for on the page
  let shownAim = 0

  async function go(place: FindingPlace) {
    if ('block' in place) aim.value = { ...place }
    else if ('field' in place) {
      await change({ sideTab: 'slip' })
      await focus(`[data-field="${place.field}"]`)
    } else if ('head' in place) await focus(`[data-head="${place.head}"]`)
    else await focus(`[data-box="${place.box}"]`)
  }

  async function focus(selector: string) {
    await nextTick()
    document.querySelector<HTMLElement>(selector)?.focus()
  }

  /** What a finding is about: its place on the page desk, or the story it names, opened there or at its beginning. */
  async function goToFinding({ place, story }: Pick<Finding, 'place' | 'story'>) {
    if (story && !(place && 'box' in place)) await show(story)
    if (place || story) await go(place ?? { block: 0, from: 0, to: 0 })
  }

  /** In the editor, with the text in view. */
  async function show(id: StoryId) {
    pages.isShown = false
    aim.value = null
    await stories.open(id)
    await nextTick()
  }

  /** Where to go, for an editor that was not there when it was said. */
  function takeAim(): Aim | null {
    const taken = aim.value
    aim.value = null
    return taken
  }

  /** To a place of the final text, as set lines have them. */
  function goToFinal(final: FinalPlace, side: 'before' | 'after') {
    aim.value = { final, side }
  }

  /** Shows the line of the page the cursor is in. */
  async function showOnPage() {
    pageAim.value += 1
    await change({ sideTab: 'proof' })
  }

  /** Whether the cursor's line was asked for and is not shown yet. */
  const isPageAimed = () => shownAim < pageAim.value

  function notePageAimShown() {
    shownAim = pageAim.value
  }

  return { aim, pageAim, go, goToFinding, takeAim, goToFinal, showOnPage, isPageAimed, notePageAimShown }
})
