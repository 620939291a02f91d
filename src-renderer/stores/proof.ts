import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { PageProof, ProofPage, Slot, TemplateInfo } from '../../src-main/common/print/print'
import { unpackProof, type SentProof } from '../../src-main/common/print/sent-proof'
import { AppError } from '../../src-main/common/ipc/errors'
import { useApi } from '../api'
import { useComposing } from '../composables/composing'
import { useLayoutStore } from './layout'
import { useSettingsStore } from './settings'
import { useStoryStore } from './story'
import { asAppError } from './update-queue'

/** Page proofs of the open story. Glyph outlines come once each and are kept here, by id. */
export const useProofStore = defineStore('proof', () => {
  const { backend: { api: backend, on } } = useApi()
  const { settings } = useSettingsStore()
  const story = useStoryStore()
  const layout = useLayoutStore()
  const glyphs = new Map<string, string>()
  const templates = shallowRef<TemplateInfo[]>([])
  const page = shallowRef<PageProof | null>(null) // the last good one
  const pageStory = ref<string>()
  const error = shallowRef<AppError | null>(null)
  const isSetting = ref(false)
  let last: Promise<unknown> = Promise.resolve()
  let isWanted = false
  const isComposing = useComposing()

  const template = computed(() => templates.value.find(({ id }) => id === layout.plan.template) ?? templates.value[0])
  const slot = computed<Slot | undefined>(() => template.value?.isSlotChosen ? layout.plan.slot ?? template.value.slot : template.value?.slot)

  /** Sets the open story. */
  function measure(templateId: string, chosen: Slot | null): Promise<PageProof> {
    return take(isFresh => {
      if (!story.id) throw new AppError('not-found', 'No story is open')
      return backend.print.proof({ story: story.id, template: templateId, slot: chosen, isFresh })
    })
  }

  /** Takes in a proof with its outlines; one is asked for at a time, in the order wanted. `isFresh` says that none of the outlines are here. */
  function take(ask: (isFresh: boolean) => Promise<SentProof>): Promise<PageProof> {
    const taken = last.then(() => takeWhole(ask))
    last = taken.catch(() => undefined)
    return taken
  }

  async function takeWhole(ask: (isFresh: boolean) => Promise<SentProof>): Promise<PageProof> {
    const proof = keepOutlines(await ask(glyphs.size === 0))
    if (hasEveryOutline(proof.pages)) return proof
    glyphs.clear() // another typesetter than the one that sent them
    return keepOutlines(await ask(true))
  }

  function keepOutlines(sent: SentProof): PageProof {
    const proof = unpackProof(sent)
    for (const [id, path] of Object.entries(proof.glyphs)) glyphs.set(id, path)
    return proof
  }

  function hasEveryOutline(pages: ProofPage[]): boolean {
    return pages.every(({ items }) => items.every(item => item.type !== 'glyphs' || item.glyphs.every(glyph => glyphs.has(glyph))))
  }

  async function loadTemplates() {
    if (templates.value.length > 0) return
    templates.value = (await backend.print.templates()).filter(({ kind, problem }) => kind !== 'page' && !problem)
  }

  /** Brings the page up to date. While one page is being set, any number of calls together ask for one more; while an input method composes, the page waits. */
  async function refresh() {
    isWanted = true
    if (isSetting.value || isComposing.value) return
    isSetting.value = true
    while (isWanted && story.id && !isComposing.value) {
      isWanted = false
      await setOnce()
    }
    isSetting.value = false
  }

  async function setOnce() {
    const id = story.id
    try {
      await loadTemplates()
      const chosen = template.value
      if (!chosen) return
      const set = await measure(chosen.id, chosen.isSlotChosen ? { ...slot.value! } : null)
      if (id !== story.id) return
      page.value = set
      pageStory.value = id
      error.value = null
    } catch (reason) {
      error.value = asAppError(reason)
    }
  }

  on('templates-changed', () => {
    templates.value = []
    void refresh()
  })
  watch(() => settings.templateParameters, () => { void refresh() })
  watch(isComposing, composing => { if (!composing && isWanted) void refresh() })

  /** The open story's last good page, or null while it has none. */
  const shownPage = computed(() => pageStory.value === story.id ? page.value : null)

  return {
    glyphs, templates, template, slot, page: shownPage, error, isSetting, measure, take, refresh,
  }
})
