import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { FileGrant, FileSource } from '../../src-main/common/ipc/contract'
import { AppError } from '../../src-main/common/ipc/errors'
import type { ImportReading, LineRole } from '../../src-main/common/interchange/import'
import { inSlices } from '../../src-main/common/steps'
import { ignoreGone, useApi } from '../api'
import { useTranslations } from '../locales'
import { useDialogStore } from './dialogs'
import { useNoticeStore } from './notices'
import { isPackageName } from './packages'
import { useStoryActions } from './story-actions'
import { asAppError } from './update-queue'

interface Waiting { name: string, source: FileSource }
type WorkKind = 'reading' | 'taking'

const patience = 300 // milliseconds before progress is shown

/** Texts on their way into the library, one after another: read, looked at, corrected, taken. Nothing is stored before that. */
export const useImportStore = defineStore('imports', () => {
  const { backend: { api: backend, on: onBackend }, shell: { api: shell, on } } = useApi()
  const { t } = useTranslations()
  const [dialogs, notices, stories] = [useDialogStore(), useNoticeStore(), useStoryActions()]
  const waiting = shallowRef<Waiting[]>([])
  const reading = shallowRef<ImportReading | null>(null)
  const isBusy = ref(false)
  const progress = shallowRef<{ kind: WorkKind, share: number } | null>(null) // of work that takes a while
  const name = ref('') // of the text that is being read or looked at
  const done = ref(0)
  let task: string | null = null // the work under way
  let lastAssigned: Promise<void> = Promise.resolve()

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
    name.value = first!.name
    try {
      reading.value = await watched('reading', named => backend.imports.read(first!.source, named))
      dialogs.open('import')
    } catch (reason) {
      const error = asAppError(reason)
      if (error.code !== 'cancelled') notices.fail(new AppError(error.code, error.message, { ...error.details, file: first!.name || t('import.pastedText') }))
    }
  }

  /** Work that shows how far it is once it takes a while. Rejects with `cancelled` when it was stopped meanwhile, whatever came of it. */
  async function watched<Result>(kind: WorkKind, work: (task: string) => Promise<Result>): Promise<Result> {
    const mine = task = crypto.randomUUID()
    const start = performance.now()
    const unheard = onBackend('import-progressed', ({ task: named, share }) => {
      if (named !== mine || task !== mine || performance.now() - start < patience) return
      progress.value = { kind, share }
      dialogs.open('import')
    })
    try {
      const result = await work(mine)
      if (task !== mine) throw new AppError('cancelled', 'Stopped')
      return result
    } finally {
      unheard()
      if (task === mine) [task, progress.value] = [null, null]
    }
  }

  /** What is under way ends; a text being taken is looked at again. */
  function cancel() {
    if (!task) return stop()
    backend.imports.cancel(task).catch(ignoreGone)
    if (progress.value?.kind !== 'taking') stop()
  }

  function finish() {
    done.value = 0
    if (dialogs.current === 'import') dialogs.close()
  }

  /** The rules come with the first line that is moved: a start of the program does not wait for them. */
  function assign(lineNumber: number, role: LineRole) {
    return lastAssigned = lastAssigned.then(() => assignOne(lineNumber, role))
  }

  /** In slices shorter than a frame: a long text is derived anew while the window goes on. */
  async function assignOne(lineNumber: number, role: LineRole) {
    const { assigningSteps } = await import('../../src-main/common/interchange/imported-story')
    const before = reading.value
    if (!before) return
    const after = await inSlices(assigningSteps(before, lineNumber, role), { milliseconds: 10, pause: () => new Promise(resolve => { setTimeout(resolve, 0) }) })
    if (reading.value === before) reading.value = after
  }

  /** Stores the story as it stands in the sheet, opens it, and goes on to the next text. */
  async function take() {
    if (!reading.value || isBusy.value) return
    isBusy.value = true
    try {
      await lastAssigned
      const taken = reading.value
      const { id } = await watched('taking', named => backend.imports.take(taken, named))
      await stories.open(id)
    } catch (reason) {
      isBusy.value = false
      if (asAppError(reason).code !== 'cancelled') notices.fail(reason)
      return
    }
    await next()
  }

  function stop() {
    task = null
    waiting.value = []
    reading.value = progress.value = null
    finish()
  }

  on('files-opened', grants => addGrants(grants.filter(({ name }) => !isPackageName(name))))

  return { reading, name, isBusy, progress, remaining, position, cancel, chooseFiles, addFiles, addText, assign, take, skip: next, stop }
})
