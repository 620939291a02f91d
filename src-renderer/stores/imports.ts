import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { FileGrant, FileSource } from '../../src-main/common/ipc/contract'
import { AppError } from '../../src-main/common/ipc/errors'
import type { ImportReading, LineRole } from '../../src-main/common/interchange/import'
import { useApi } from '../api'
import { useTranslations } from '../locales'
import { useDialogStore } from './dialogs'
import { useNoticeStore } from './notices'
import { isPackageName } from './packages'
import { useStoryActions } from './story-actions'
import { asAppError } from './update-queue'

interface Waiting { name: string, source: FileSource }

/** Texts on their way into the library, one after another: read, looked at, corrected, taken. Nothing is stored before that. */
export const useImportStore = defineStore('imports', () => {
  const { backend: { api: backend }, shell: { api: shell, on } } = useApi()
  const { t } = useTranslations()
  const [dialogs, notices, stories] = [useDialogStore(), useNoticeStore(), useStoryActions()]
  const waiting = shallowRef<Waiting[]>([])
  const reading = shallowRef<ImportReading | null>(null)
  const isBusy = ref(false)
  const done = ref(0)
  let rules: typeof import('../../src-main/common/interchange/imported-story') | undefined // come with the first text: a start of the program does not wait for them

  const remaining = computed(() => waiting.value.length)
  const position = computed(() => ({ current: done.value, all: done.value + waiting.value.length }))

  async function chooseFiles() {
    addGrants(await shell.files.chooseImports(t('import.chooseTitle')))
  }

  function addGrants(grants: FileGrant[]) {
    add(grants.map(grant => ({ name: grant.name, source: { grant: grant.token } })))
  }

  async function addFiles(files: File[]) {
    const sources = files.map(async file => ({ name: file.name, source: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }))
    add(await Promise.all(sources))
  }

  function addText(text: string) {
    add([{ name: '', source: { name: '', bytes: new TextEncoder().encode(text) } }])
  }

  function add(sources: Waiting[]) {
    if (sources.length === 0) return
    waiting.value = [...waiting.value, ...sources]
    if (!reading.value && !isBusy.value) void next()
  }

  /** Reads texts until one can be looked at; those that cannot be read say why. */
  async function next() {
    reading.value = null
    isBusy.value = true
    while (!reading.value && waiting.value.length > 0) await readFirst()
    isBusy.value = false
    if (!reading.value) finish()
  }

  async function readFirst() {
    const [first, ...others] = waiting.value
    waiting.value = others
    done.value++
    try {
      rules ??= await import('../../src-main/common/interchange/imported-story')
      reading.value = await backend.imports.read(first!.source)
      dialogs.open('import')
    } catch (reason) {
      const error = asAppError(reason)
      notices.fail(new AppError(error.code, error.message, { ...error.details, file: first!.name || t('import.pastedText') }))
    }
  }

  function finish() {
    done.value = 0
    if (dialogs.current === 'import') dialogs.close()
  }

  function assign(lineNumber: number, role: LineRole) {
    if (reading.value && rules) reading.value = rules.assignRole(reading.value, lineNumber, role)
  }

  /** Stores the story as it stands in the sheet, opens it, and goes on to the next text. */
  async function take() {
    if (!reading.value || isBusy.value) return
    isBusy.value = true
    try {
      const { id } = await backend.imports.take(reading.value)
      await stories.open(id)
    } catch (reason) {
      isBusy.value = false
      return notices.fail(reason)
    }
    await next()
  }

  function stop() {
    waiting.value = []
    reading.value = null
    finish()
  }

  on('files-opened', grants => addGrants(grants.filter(({ name }) => !isPackageName(name))))

  return { reading, isBusy, remaining, position, chooseFiles, addFiles, addText, assign, take, skip: next, stop }
})
