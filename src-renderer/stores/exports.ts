import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { AppError } from '../../src-main/common/ipc/errors'
import type { ExportResult, MissingGlyph, Output, PageProof, Slot, SubstitutedFont, TemplateInfo } from '../../src-main/common/print/print'
import type { Preflight } from '../../src-main/common/print/preflight'
import { useApi } from '../api'
import { fileNameOf } from '../composables/file-name'
import { useTranslations } from '../locales'
import { useLayoutStore } from './layout'
import { usePressStore } from './press'
import { useProofStore } from './proof'
import { useStoryStore } from './story'
import { asAppError } from './update-queue'

/** Getting the open story out as a PDF: template, slot and output, and how the text fits. */
export const useExportStore = defineStore('exports', () => {
  const { backend: { api: backend }, shell: { api: shell } } = useApi()
  const { t } = useTranslations()
  const [story, proof, layout, press] = [useStoryStore(), useProofStore(), useLayoutStore(), usePressStore()]
  const templates = shallowRef<TemplateInfo[]>([])
  const output = ref<Output>('proof')
  const measured = shallowRef<PageProof | null>(null)
  const result = shallowRef<{ token: string, exported: ExportResult } | null>(null)
  const preflight = shallowRef<Preflight | null>(null) // for press only
  const error = shallowRef<AppError | null>(null)
  const isBusy = ref(false)
  let turn = 0

  const template = computed(() => templates.value.find(({ id }) => id === layout.plan.template) ?? templates.value[0])
  const slot = computed<Slot | undefined>(() => template.value?.isSlotChosen ? layout.plan.slot ?? template.value.slot : template.value?.slot)
  const fit = computed(() => measured.value?.fit ?? null)
  const missing = computed<MissingGlyph[]>(() => measured.value?.missing ?? [])
  const substituted = computed<SubstitutedFont[]>(() => measured.value?.substituted ?? [])
  /** Whether the chosen template can be written so. */
  const isPossible = (wanted: Output) => wanted === 'press' ? template.value?.isForPress ?? false : wanted !== 'marked' || (template.value?.drawsChanges ?? false)

  async function load() {
    error.value = null
    result.value = null
    try {
      templates.value = (await backend.print.templates()).filter(({ kind, problem }) => kind !== 'page' && !problem)
    } catch (reason) {
      error.value = asAppError(reason)
    }
    await measure()
  }

  /** Sets the story as it would be printed; when asked again before it is set, the later one counts. */
  async function measure() {
    const chosen = template.value
    if (!chosen || !story.id) return
    const mine = ++turn
    try {
      const page = await proof.measure(chosen.id, chosen.isSlotChosen ? { ...slot.value! } : null)
      if (mine !== turn) return
      measured.value = page
      error.value = null
    } catch (reason) {
      if (mine === turn) [measured.value, error.value] = [null, asAppError(reason)]
    }
    if (mine === turn) await check(chosen, story.id)
  }

  /** What stands against press, asked again after every change of template, place or options. */
  async function check(chosen: TemplateInfo, id: NonNullable<typeof story.id>) {
    preflight.value = null
    if (output.value !== 'press') return
    const mine = turn
    try {
      const found = await backend.print.preflight(request(chosen, id))
      if (mine === turn) preflight.value = found
    } catch (reason) {
      if (mine === turn) error.value = asAppError(reason)
    }
  }

  /** Asks for a file, and writes it. A refusal stays in the dialog, with what to do. */
  async function run() {
    const [chosen, id] = [template.value, story.id]
    if (!chosen || !id || isBusy.value) return
    isBusy.value = true
    error.value = null
    result.value = null
    try {
      const target = await shell.files.chooseExport(t('export.chooseTitle'), suggestedName())
      if (target) result.value = { token: target.token, exported: await backend.print.export(request(chosen, id), target.token) }
    } catch (reason) {
      error.value = asAppError(reason)
    } finally {
      isBusy.value = false
    }
  }

  const request = (chosen: TemplateInfo, id: NonNullable<typeof story.id>) => ({
    story: id, template: chosen.id, slot: chosen.isSlotChosen ? { ...slot.value! } : null, output: output.value,
  })

  function suggestedName() {
    const name = fileNameOf(story.summary?.shortTitle || story.summary?.headline || t('stories.untitled'))
    return `${name} ${t(`export.outputs.${output.value}`)}.pdf`
  }

  function chooseTemplate(id: string) {
    const next = templates.value.find(each => each.id === id)
    if (!next?.isForPress && output.value !== 'marked' || !next?.drawsChanges && output.value === 'marked') output.value = 'proof'
    return layout.chooseTemplate(id)
  }

  watch(() => layout.plan, () => {
    result.value = null
    void measure()
  })
  watch([output, () => press.options], () => {
    [error.value, result.value] = [null, null]
    void measure()
  })

  return {
    templates, template, slot, output, fit, missing, substituted, preflight, error, result, isBusy, isPossible, load, run, chooseTemplate,
    reveal: (token: string) => shell.files.reveal(token),
  }
})
