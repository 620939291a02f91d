import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { AppError } from '../../src-main/common/ipc/errors'
import { placedTemplates, type PagePlan, type PagePlanId, type PagePlanSummary, type Placement, type PlacedTemplate, type PlannedPage } from '../../src-main/common/print/page-plan'
import type { PagePreflight } from '../../src-main/common/print/preflight'
import type { Fit, PageExportResult, PageOutput, PageProof, TemplateInfo } from '../../src-main/common/print/print'
import type { SetText } from '../../src-main/common/print/set-lines'
import { slotOf, type Place } from '../../src-main/common/print/slot'
import type { StoryId, StorySummary } from '../../src-main/common/story/story'
import { ignoreGone, useApi } from '../api'
import { fileNameOf } from '../composables/file-name'
import { planHistory } from '../composables/plan-history'
import { useTranslations } from '../locales'
import { useNoticeStore } from './notices'
import { useOutlineStore } from './outlines'
import { usePageFormatStore } from './page-formats'
import { asAppError } from './update-queue'

const pageTemplate = 'page' // the program's own

/** The planned page on the desk: its stories and their places, as the library keeps it, and as it is set. */
export const usePagePlanStore = defineStore('page-plans', () => {
  const { backend: { api: backend, on }, shell: { api: shell }, onBackendAttached } = useApi()
  const { t } = useTranslations()
  const [formats, outlines, notices] = [usePageFormatStore(), useOutlineStore(), useNoticeStore()]
  const isShown = ref(false) // the page desk in place of the editor
  const plans = shallowRef<PagePlanSummary[]>([])
  const plan = shallowRef<PagePlan | null>(null)
  const lastGood = shallowRef<{ proof: PageProof, placements: Placement[] } | null>(null) // the page as it was set last, and where its stories stood
  const page = computed(() => lastGood.value?.proof ?? null)
  const fits = computed(() => new Map((lastGood.value?.placements ?? []).map((placement, index) => [JSON.stringify(placement), page.value?.fits?.[index]])))
  const error = shallowRef<AppError | null>(null)
  const stories = shallowReactive(new Map<StoryId, StorySummary>())
  const templates = shallowRef<TemplateInfo[]>([])
  const selected = ref<StoryId | null>(null) // the story whose box is chosen
  const history = planHistory()
  let lastSave: Promise<unknown> = Promise.resolve()
  let isSetting = false
  let isWanted = false

  const format = computed(() => plan.value && (formats.find(plan.value.format) ?? null))

  /** How a story fills its place; undefined until the page is set with it there. */
  const fitOf = (placement: Placement): Fit | undefined => fits.value.get(JSON.stringify(placement))

  const placementOf = (story: StoryId) => plan.value?.placements.find(placement => placement.story === story)

  /** The page templates, and those by which a page can set its stories. */
  const pageTemplates = computed(() => templates.value.filter(({ kind }) => kind === 'page'))
  const storyTemplates = computed(() => placedTemplates.flatMap(id => templates.value.find(template => template.id === id) ?? []))

  async function load() {
    await loadTemplates()
    plans.value = await backend.pages.list()
    if (!plan.value && plans.value[0]) await open(plans.value[0].id)
  }

  async function loadTemplates() {
    templates.value = (await backend.print.templates()).filter(({ problem }) => !problem)
  }

  async function open(id: PagePlanId) {
    await lastSave
    history.clear()
    lastGood.value = null
    receive(await backend.pages.open(id))
    await refresh()
  }

  function receive({ plan: received, stories: listed }: PlannedPage) {
    plan.value = received
    listed.forEach(summary => stories.set(summary.id, summary))
  }

  /** A page like the one on the desk, without stories; the first one is a broadsheet's. */
  async function create(today: string) {
    const { format = formats.chosen.id, template = pageTemplate, paper = '', editor = '', date = today } = plan.value ?? {}
    const created: PagePlan = { id: newId(), format, template, paper, editor, date, number: '', section: '', placements: [] }
    await backend.pages.save(created)
    await open(created.id)
    await load()
  }

  /** The desk shows the change at once; the library and the set page follow. */
  async function change(next: PagePlan) {
    if (plan.value) history.record(plan.value)
    await put(next)
  }

  async function put(next: PagePlan) {
    plan.value = next
    const saved = lastSave.then(() => backend.pages.save(next))
    lastSave = saved.catch(() => undefined)
    try {
      const kept = await saved
      if (plan.value === next) receive(kept)
      plans.value = await backend.pages.list()
      await refresh()
    } catch (reason) {
      notices.fail(reason)
    }
  }

  /** Puts a story on the page, or to another place if it is there. */
  async function place(story: StoryId, at: Place) {
    const known = placementOf(story)
    if (known) return changePlacement({ ...known, place: at })
    const template = await backend.pages.templateFor(story)
    if (plan.value) await change({ ...plan.value, placements: [...plan.value.placements, { story, place: at, template }] })
  }

  async function changePlacement(changed: Placement) {
    if (plan.value) await change({ ...plan.value, placements: plan.value.placements.map(placement => placement.story === changed.story ? changed : placement) })
  }

  /** Has the page set a story by another template. */
  async function setBy(story: StoryId, template: PlacedTemplate) {
    const known = placementOf(story)
    if (known) await changePlacement({ ...known, template })
  }

  async function takeOff(story: StoryId) {
    if (plan.value) await change({ ...plan.value, placements: plan.value.placements.filter(placement => placement.story !== story) })
  }

  async function step(to: PagePlan | undefined) {
    if (to) await put(to)
  }

  /** Sets the page as the library has it. While one is being set, any number of calls ask for one more. */
  async function refresh() {
    isWanted = true
    if (isSetting) return
    isSetting = true
    while (isWanted && plan.value) {
      isWanted = false
      await setOnce(plan.value)
    }
    isSetting = false
  }

  async function setOnce({ id, placements }: PagePlan) {
    try {
      const proof = await outlines.take(known => backend.pages.proof(id, known))
      if (plan.value?.id === id) [lastGood.value, error.value] = [{ proof, placements }, null]
    } catch (reason) {
      error.value = asAppError(reason)
    }
  }

  /** Where the lines of a story of the page stand, in a proof of its place alone. */
  async function linesAt({ story, place: at, template }: Placement): Promise<SetText | null> {
    return format.value && backend.print.lines({ story, template, slot: slotOf(at, format.value) })
  }

  async function remove(id: PagePlanId) {
    await lastSave
    await backend.pages.remove(id)
    if (plan.value?.id === id) [plan.value, lastGood.value] = [null, null]
    await load()
  }

  /** What stands between the page, as it is on the desk, and the press. */
  async function preflight(): Promise<PagePreflight | null> {
    if (!plan.value) return null
    const { id } = plan.value
    await lastSave
    return backend.pages.preflight(id)
  }

  const titleOf = (story: StoryId) => stories.get(story)?.headline || stories.get(story)?.shortTitle || t('stories.untitled')

  /** What a page is called: date, number and section. */
  const nameOf = ({ date, number, section }: Pick<PagePlan, 'date' | 'number' | 'section'>) => [date, number, section].filter(part => part !== '').join(' ') || t('pages.untitled')

  /** Nothing when the person named no file. */
  async function exportAs(output: PageOutput): Promise<{ token: string, exported: PageExportResult } | undefined> {
    if (!plan.value) return undefined
    const { id } = plan.value
    const target = await shell.files.chooseExport(t('export.chooseTitle'), `${fileNameOf(nameOf(plan.value))} ${t(`pages.outputs.${output}`)}.pdf`)
    await lastSave
    return target ? { token: target.token, exported: await backend.pages.export(id, output, target.token) } : undefined
  }

  on('story-updated', ({ id, summary }) => {
    if (!stories.has(id)) return
    stories.set(id, summary)
    if (isShown.value && plan.value?.placements.some(({ story }) => story === id)) void refresh()
  })
  on('templates-changed', () => { if (isShown.value) Promise.all([loadTemplates(), refresh()]).catch(notices.fail) })
  onBackendAttached(() => { if (isShown.value) load().catch(ignoreGone) })

  return {
    isShown, plans, plan, format, page, error, stories, pageTemplates, storyTemplates, selected, titleOf, nameOf, fitOf, load, preflight, open, create, change, place, placementOf, linesAt, setBy, takeOff, remove, exportAs,
    canUndo: history.canUndo, canRedo: history.canRedo,
    undo: () => step(plan.value ? history.undo(plan.value) : undefined),
    redo: () => step(plan.value ? history.redo(plan.value) : undefined),
    reveal: (token: string) => shell.files.reveal(token),
  }
})

const newId = () => crypto.randomUUID().replaceAll('-', '') as PagePlanId
