import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Doc } from 'yjs'
import { layoutMap, plainLayout, printPlan, readLayout, writeLayout, type Layout } from '../../src-main/common/document/layout'
import type { Place, Slot } from '../../src-main/common/print/slot'
import { slotOf } from '../../src-main/common/print/slot'
import type { StoryId } from '../../src-main/common/story/story'
import { usePageFormatStore } from './page-formats'
import { usePagePlanStore } from './page-plans'
import { useSettingsStore } from './settings'
import { useStoryStore } from './story'

/** The open story's print plan. What is chosen here is also what stories without a plan are set with from then on. */
export const useLayoutStore = defineStore('layout', () => {
  const [story, formats, pages, { settings, change }] = [useStoryStore(), usePageFormatStore(), usePagePlanStore(), useSettingsStore()]
  const layout = shallowRef<Readonly<Layout>>(plainLayout)
  const isPlaceShown = ref(true) // the page beside the proof, on which the place is picked
  const openedOnPage = ref<StoryId | null>(null)
  /** Where the open story stands on the page desk, when it was opened there and nothing else was chosen for it since. */
  const placement = computed(() => openedOnPage.value !== null && openedOnPage.value === story.id ? pages.placementOf(openedOnPage.value) : undefined)
  const place = computed(() => placement.value?.place ?? layout.value.place)
  const plan = computed(() => placement.value && pages.format ? { template: placement.value.template, slot: slotOf(placement.value.place, pages.format) } : printPlan(layout.value, settings, formats.formats))

  function follow(doc: Doc | undefined, _old: Doc | undefined, onCleanup: (stop: () => void) => void) {
    const read = () => { layout.value = doc ? readLayout(doc) : plainLayout }
    read()
    if (!doc) return
    layoutMap(doc).observe(read)
    onCleanup(() => layoutMap(doc).unobserve(read))
  }

  /** The story is set from now on as the page desk has it; null: as its own plan says. */
  function setOnPage(id: StoryId | null) {
    openedOnPage.value = id
  }

  function write(changed: Partial<Layout>) {
    story.settle() // what was typed is a step of undo of its own
    if (story.doc && story.isEditable) writeLayout(story.doc, changed)
  }

  async function chooseTemplate(template: string) {
    setOnPage(null)
    write({ template })
    await change({ template })
  }

  /** A slot in numbers, on no page. */
  async function chooseSlot(slot: Slot, template: string) {
    setOnPage(null)
    write({ template, slot, place: null })
    await change({ slot })
  }

  async function choosePlace(place: Place, template: string) {
    setOnPage(null)
    const format = formats.find(place.format) ?? formats.chosen
    const slot = slotOf(place, format)
    write({ template, place, slot })
    await change({ slot, format: format.id })
  }

  watch(() => story.id, id => { if (id !== openedOnPage.value) setOnPage(null) })
  watch(() => story.doc, follow, { immediate: true })
  return { layout, place, plan, placement, isPlaceShown, setOnPage, write, chooseTemplate, chooseSlot, choosePlace }
})
