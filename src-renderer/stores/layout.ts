import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Doc } from 'yjs'
import { layoutMap, plainLayout, printPlan, readLayout, writeLayout, type Layout } from '../../src-main/common/document/layout'
import type { Place, Slot } from '../../src-main/common/print/slot'
import { slotOf } from '../../src-main/common/print/slot'
import { usePageFormatStore } from './page-formats'
import { useSettingsStore } from './settings'
import { useStoryStore } from './story'

/** The open story's print plan. What is chosen here is also what stories without a plan are set with from then on. */
export const useLayoutStore = defineStore('layout', () => {
  const [story, formats, { settings, change }] = [useStoryStore(), usePageFormatStore(), useSettingsStore()]
  const layout = shallowRef<Readonly<Layout>>(plainLayout)
  const isPlaceShown = ref(true) // the page beside the proof, on which the place is picked
  const plan = computed(() => printPlan(layout.value, settings, formats.formats))

  function follow(doc: Doc | undefined, _old: Doc | undefined, onCleanup: (stop: () => void) => void) {
    const read = () => { layout.value = doc ? readLayout(doc) : plainLayout }
    read()
    if (!doc) return
    layoutMap(doc).observe(read)
    onCleanup(() => layoutMap(doc).unobserve(read))
  }

  function write(changed: Partial<Layout>) {
    if (story.doc && story.isEditable) writeLayout(story.doc, changed)
  }

  async function chooseTemplate(template: string) {
    write({ template })
    await change({ template })
  }

  /** A slot in numbers, on no page. */
  async function chooseSlot(slot: Slot, template: string) {
    write({ template, slot, place: null })
    await change({ slot })
  }

  async function choosePlace(place: Place, template: string) {
    const format = formats.find(place.format) ?? formats.chosen
    const slot = slotOf(place, format)
    write({ template, place, slot })
    await change({ slot, format: format.id })
  }

  watch(() => story.doc, follow, { immediate: true })
  return { layout, plan, isPlaceShown, write, chooseTemplate, chooseSlot, choosePlace }
})
