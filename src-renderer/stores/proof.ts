import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { fitState, type MeasuredFit, type PageProof, type SettingRequest, type Slot, type TemplateInfo } from '../../src-main/common/print/print'
import type { SetText } from '../../src-main/common/print/set-lines'
import type { StoryId } from '../../src-main/common/story/story'
import { AppError } from '../../src-main/common/ipc/errors'
import { useApi } from '../api'
import { afterPaint } from '../composables/after-paint'
import { useComposing } from '../composables/composing'
import { useLayoutStore } from './layout'
import { useOutlineStore } from './outlines'
import { settingTurns, typingPause } from './setting-turns'
import { useSettingsStore } from './settings'
import { useStoryStore } from './story'
import { asAppError } from './update-queue'

/** How the open story is set: always its fit, its page while somebody looks at it, and its lines once typing pauses. */
export const useProofStore = defineStore('proof', () => {
  const { backend: { api: backend, on }, onBackendAttached } = useApi()
  const { settings } = useSettingsStore()
  const [story, layout, outlines] = [useStoryStore(), useLayoutStore(), useOutlineStore()]
  const templates = shallowRef<TemplateInfo[]>([])
  const measured = shallowRef<{ story: StoryId } & Pick<MeasuredFit, 'fit' | 'missing' | 'substituted'>>() // the last good one
  const drawn = shallowRef<{ story: StoryId, page: PageProof }>() // the last good one
  const setText = shallowRef<SetText | null>(null)
  const isSetTextCurrent = ref(false) // nothing changed since it was asked for
  const linesAsked = ref(0) // counts the questions: what is answered is about the text as it was then
  const error = shallowRef<AppError | null>(null)
  const isSetting = ref(false)
  const viewers = ref(0)
  let isWanted = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const turns = settingTurns({ begin: () => { void refresh() }, whenPainted: afterPaint })
  const isComposing = useComposing()

  const template = computed(() => templates.value.find(({ id }) => id === layout.plan.template) ?? templates.value[0])
  const slot = computed<Slot | undefined>(() => template.value?.isSlotChosen ? layout.plan.slot ?? template.value.slot : template.value?.slot)

  /** Sets the open story in any template. */
  function measure(templateId: string, chosen: Slot | null): Promise<PageProof> {
    if (!story.id) return Promise.reject(new AppError('not-found', 'No story is open'))
    return draw({ story: story.id, template: templateId, slot: chosen })
  }

  const draw = (request: SettingRequest) => outlines.take(known => backend.print.proof({ ...request, known }))

  async function loadTemplates() {
    if (templates.value.length > 0) return
    templates.value = (await backend.print.templates()).filter(({ kind, problem }) => kind !== 'page' && !problem)
  }

  /** The open story by its plan, or as it stands on the page desk; a plan whose template is gone has the first there is. */
  function request(id: StoryId): SettingRequest {
    if (!layout.placement && (!template.value || template.value.id === layout.plan.template)) return { story: id, template: null, slot: null }
    return { story: id, template: template.value!.id, slot: template.value!.isSlotChosen ? { ...slot.value! } : null }
  }

  /** Brings fit and page up to date. While one is being set, any number of calls together ask for one more; while an input method composes, they wait. */
  async function refresh() {
    isWanted = true
    isSetTextCurrent.value = false
    clearTimeout(timer)
    if (isSetting.value || isComposing.value) return
    isSetting.value = true
    while (isWanted && story.id && !isComposing.value) {
      isWanted = false
      const began = performance.now()
      await setOnce(story.id)
      turns.rest(performance.now() - began)
      if (isWanted && viewers.value === 0) {
        refreshSoon()
        break
      }
    }
    isSetting.value = false
    if (!turns.isAsked()) readLinesSoon()
  }

  function refreshSoon() {
    isSetTextCurrent.value = false
    clearTimeout(timer)
    turns.ask(viewers.value > 0)
  }

  async function setOnce(id: StoryId) {
    try {
      await loadTemplates()
      if (id !== story.id) return
      if (viewers.value === 0) keep(id, await backend.print.fit(request(id)))
      else {
        const page = await draw(request(id))
        if (id === story.id) drawn.value = { story: id, page }
        keep(id, page)
      }
    } catch (reason) {
      if (id === story.id) error.value = asAppError(reason)
    }
  }

  function keep(id: StoryId, { fit, missing, substituted }: Pick<MeasuredFit, 'fit' | 'missing' | 'substituted'>) {
    if (id !== story.id) return
    measured.value = { story: id, fit, missing, substituted }
    error.value = null
  }

  function readLinesSoon() {
    clearTimeout(timer)
    timer = setTimeout(() => { void readLines() }, typingPause)
  }

  /** Asks where the lines stand; null when that cannot be said. */
  async function readLines(): Promise<SetText | null> {
    clearTimeout(timer)
    const id = story.id
    if (!id || isComposing.value || error.value) return null
    const mine = ++linesAsked.value
    isSetTextCurrent.value = true
    try {
      const answer = await backend.print.lines(request(id))
      if (mine !== linesAsked.value || id !== story.id) return null
      return setText.value = answer
    } catch (reason) {
      if (id === story.id) error.value = asAppError(reason)
      return null
    }
  }

  /** Where the lines of the page as it is now stand. */
  const currentLines = (): Promise<SetText | null> => isSetTextCurrent.value && setText.value ? Promise.resolve(setText.value) : readLines()

  /** Has the page drawn as long as the calling component is there. */
  function useDrawing() {
    viewers.value += 1
    if (viewers.value === 1) void refresh()
    onScopeDispose(() => { viewers.value -= 1 })
  }

  on('templates-changed', () => {
    templates.value = []
    void refresh()
  })
  onBackendAttached(() => { void refresh() })
  watch([() => layout.plan, () => settings.templateParameters], () => { void refresh() })
  watch(isComposing, composing => {
    if (composing) return
    if (isWanted) void refresh()
    else if (!isSetTextCurrent.value) readLinesSoon()
  })
  watch(() => story.doc, (doc, _old, onCleanup) => {
    doc?.on('update', refreshSoon)
    onCleanup(() => doc?.off('update', refreshSoon))
    setText.value = null
    void refresh()
  }, { immediate: true })

  /** The open story's last good page, or null while it has none. */
  const page = computed(() => drawn.value?.story === story.id ? drawn.value?.page ?? null : null)
  const shown = computed(() => measured.value?.story === story.id ? measured.value : undefined)
  const fit = computed(() => shown.value?.fit ?? null)
  const missing = computed(() => shown.value?.missing ?? [])
  const substituted = computed(() => shown.value?.substituted ?? [])

  /** Characters too many, or that would still go in: counted where the lines are known, else as many as the lines hold. */
  const characters = computed(() => {
    const [now, known] = [fit.value, setText.value]
    if (!now || fitState(now) === 'exact') return null
    const isKnown = known?.overset && known.fit.over === now.over
    return isKnown ? { count: known.overset!.characters, isExact: true } : { count: (now.over || now.spare) * now.charactersPerLine, isExact: false }
  })

  return {
    templates, template, slot, page, fit, missing, substituted, characters, setText, isSetTextCurrent, linesAsked, error, isSetting, isComposing, measure, refresh, currentLines, useDrawing, isWatched: computed(() => viewers.value > 0),
  }
})
