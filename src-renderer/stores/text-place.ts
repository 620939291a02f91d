import { defineStore } from 'pinia'
import { nextTick, ref, shallowRef } from 'vue'
import type { Finding, FindingPlace } from '../../src-main/common/print/preflight'
import type { StoryId } from '../../src-main/common/story/story'
import type { FinalPlace } from '../../src-main/common/suggestions/final-places'
import type { FinalStretch } from '../../src-main/common/suggestions/final-range'
import { useDialogStore } from './dialogs'
import { useLayoutStore } from './layout'
import { usePagePlanStore } from './page-plans'
import { useSettingsStore } from './settings'
import { useStoryStore } from './story'

type Aim = FinalStretch | { final: FinalPlace, side: 'before' | 'after' }

/** Leading the person to a place: words in the text, a field of the slip, what is set on a template, an option of the press PDF, the cursor's line on the page proof, a field or a story's box on the page desk. */
export const useTextPlaceStore = defineStore('text-place', () => {
  const { change } = useSettingsStore()
  const [dialogs, layout, pages, stories] = [useDialogStore(), useLayoutStore(), usePagePlanStore(), useStoryStore()]
  const aim = shallowRef<Aim | null>(null) // the editor goes there
  const templateAim = ref<string | null>(null) // the template settings begin there
  const pageAim = ref(0) // counts how often the cursor's line was asked for on the page
  let shownAim = 0

  async function go(place: FindingPlace) {
    if ('block' in place) aim.value = { ...place }
    else if ('field' in place) {
      await change({ sideTab: 'slip' })
      await focus(`[data-field="${place.field}"]`)
    } else if ('template' in place) {
      templateAim.value = place.template
      dialogs.open('templates')
    } else if ('press' in place) await focus(`[data-press="${place.press}"]`)
    else if ('head' in place) await focus(`[data-head="${place.head}"]`)
    else await focus(`[data-box="${place.box}"]`)
  }

  async function focus(selector: string) {
    await nextTick()
    const found = document.querySelector<HTMLElement>(selector)
    ;(found?.querySelector<HTMLElement>('input, select') ?? found)?.focus()
  }

  /** What a finding is about: its place on the page desk, or the story it names, opened there or at its beginning; from the page desk it opens as it stands on the page. */
  async function goToFinding({ place, story }: Pick<Finding, 'place' | 'story'>) {
    if (story && !(place && 'box' in place)) await show(story)
    if (place || story) await go(place ?? { block: 0, from: 0, to: 0 })
  }

  /** In the editor, with the text in view. */
  async function show(id: StoryId) {
    const isOnPage = pages.isShown && pages.placementOf(id) !== undefined
    pages.isShown = false
    aim.value = null
    await stories.open(id)
    layout.setOnPage(isOnPage ? id : null)
    await nextTick()
  }

  /** From a story set as it stands on the page, back to its box there. */
  async function backToPage() {
    pages.isShown = true
    if (stories.id) await go({ box: stories.id })
  }

  /** Where to go, for an editor that was not there when it was said. */
  function takeAim(): Aim | null {
    const taken = aim.value
    aim.value = null
    return taken
  }

  function takeTemplateAim(): string | null {
    const taken = templateAim.value
    templateAim.value = null
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

  return { aim, pageAim, go, goToFinding, takeAim, takeTemplateAim, goToFinal, backToPage, showOnPage, isPageAimed, notePageAimShown }
})
