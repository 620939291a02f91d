import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { OwnFolder } from '../../src-main/common/ipc/contract'
import type { PageProof, TemplateInfo } from '../../src-main/common/print/print'
import { parameterValues, type ParameterValue, type ParameterValues } from '../../src-main/common/print/template-parameters'
import { useApi } from '../api'
import { useNoticeStore } from './notices'
import { useOutlineStore } from './outlines'
import { useSettingsStore } from './settings'
import { useStoryStore } from './story'

/** The print templates with what the newsroom set on them. */
export const useTemplateStore = defineStore('templates', () => {
  const { backend: { api: backend, on }, shell: { api: shell } } = useApi()
  const [story, outlines, notices, { settings, change }] = [useStoryStore(), useOutlineStore(), useNoticeStore(), useSettingsStore()]
  const templates = shallowRef<TemplateInfo[]>([])
  const families = shallowRef<string[]>([])

  async function load() {
    templates.value = await backend.print.templates()
    families.value = await backend.print.families()
  }

  /** What the template is set with now. */
  const valuesOf = ({ id, parameters }: TemplateInfo): ParameterValues => parameterValues(parameters, settings.templateParameters[id])

  async function set({ id }: TemplateInfo, name: string, value: ParameterValue) {
    await change({ templateParameters: { ...settings.templateParameters, [id]: { ...settings.templateParameters[id], [name]: value } } })
  }

  /** Everything as the template itself says. */
  async function reset({ id }: TemplateInfo) {
    const others = Object.entries(settings.templateParameters).filter(([template]) => template !== id)
    await change({ templateParameters: Object.fromEntries(others) })
  }

  /** The open story in the template; nothing without a story. */
  async function preview({ id }: TemplateInfo): Promise<PageProof | null> {
    const open = story.id
    return open ? outlines.take(known => backend.print.proof({ story: open, template: id, slot: null, known })) : null
  }

  on('templates-changed', () => { if (templates.value.length > 0) load().catch(notices.fail) })

  return { templates, families, load, valuesOf, set, reset, preview, openFolder: (folder: OwnFolder) => shell.files.openFolder(folder) }
})
