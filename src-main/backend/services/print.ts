import { basename } from 'node:path'
import type { Node } from '@tiptap/pm/model'
import type { Doc } from 'yjs'
import type { BackendApi, BackendEvents } from '../../common/ipc/contract'
import type { Implementation, Remote } from '../../common/ipc/rpc'
import type { PrintedFile, PrintJob, Proofreading, TypesetterApi } from '../../common/ipc/typesetter-contract'
import { readLayout } from '../../common/document/layout'
import { readSlip } from '../../common/document/slip-map'
import { headlineOf } from '../../common/document/text'
import { readText } from '../../common/document/story-doc'
import { amendmentNote } from '../../common/interchange/ninjs'
import { triedText } from '../../common/print/copyfit/trial'
import type { Preflight } from '../../common/print/preflight'
import type { ParameterValues } from '../../common/print/template-parameters'
import type { ExportRequest, ExportResult, Fit, Output, ProofRequest, SettingRequest, Slot } from '../../common/print/print'
import { originalSlip, readSlipChanges } from '../../common/suggestions/slip-changes'
import { viewOf } from '../../common/suggestions/views'
import type { StoryId } from '../../common/story/story'
import type { FileGrants } from './files'
import { exportBatches } from './export-batch'
import { fittingSlot } from './fitting-slot'
import { pagePrint } from './page-print'
import { pressExports, type PressExportOptions } from './press-export'
import { timeLimited, type TypesetterConnection } from './time-limited'
import { writeWhole } from './write-whole'

export interface PrintOptions {
  typesetter: TypesetterConnection
  restartTypesetter(): void
  stories: { read(id: StoryId): Doc, sequenceOf(id: StoryId): number, keepExported(id: StoryId): void }
  pictures: { fileOf(hash: string): string | undefined }
  settings: PressExportOptions['settings']
  profiles: PressExportOptions['profiles']
  publicationOf: PressExportOptions['publicationOf']
  releaseOf: PressExportOptions['releaseOf']
  /** What a galley says of the story's way. */
  proofreadingOf(story: StoryId): Proofreading
  grants: FileGrants
  emit(event: 'batch-progressed', payload: BackendEvents['batch-progressed']): void
  /** What the newsroom set on a template. */
  parametersOf(template: string): ParameterValues
  /** A story was set by its own plan. */
  onMeasured(measured: { story: StoryId, sequence: number, doc: Doc, template: string, fit: Fit }): void
  /** Template and slot a story is set with when none is asked for. */
  planOf(doc: Doc): { template: string, slot: Slot | null }
}

type Asked = Pick<ProofRequest, 'template' | 'slot' | 'fitting' | 'text'>

/** Page proofs and files for print, set by the typesetter in its own process. */
export function printService({ typesetter, restartTypesetter, stories, pictures, settings, profiles, publicationOf, releaseOf, proofreadingOf, grants, emit, planOf, parametersOf, onMeasured }: PrintOptions) {
  const set = timeLimited(typesetter, restartTypesetter)
  const press = pressExports({ set, settings, profiles, publicationOf, releaseOf })

  function jobOf(doc: Doc, { template, slot, fitting, text: tried }: Asked): PrintJob {
    const final = viewOf(readText(doc), 'final')
    const text = tried ? triedText(final, tried) : final
    const { headlineScale, isBalanced } = readLayout(doc)
    const plan = template === null ? planOf(doc) : { template, slot }
    return {
      text: text.toJSON(), slip: readSlip(doc), ...plan, parameters: parametersOf(plan.template),
      fitting: { headlineScale, isBalanced, ...fitting }, pictures: picturesOf(text),
    }
  }

  const amendmentOf = (story: StoryId) => amendmentNote(publicationOf(story))

  const settingJob = (story: StoryId, asked: Asked): PrintJob => ({ ...jobOf(stories.read(story), asked), proofreading: proofreadingOf(story), amendment: amendmentOf(story) })

  /** Sets a story; by its own plan, what that showed is kept for lists. */
  async function measured<Answer extends { fit: Fit }>({ story, ...asked }: SettingRequest, ask: (remote: Remote<TypesetterApi>['typesetter'], job: PrintJob) => Promise<Answer>): Promise<Answer> {
    const [doc, sequence, job] = [stories.read(story), stories.sequenceOf(story), settingJob(story, asked)]
    const answer = await set(remote => ask(remote, job), job.template)
    if (asked.template === null && asked.fitting === undefined) onMeasured({ story, sequence, doc, template: job.template, fit: answer.fit })
    return answer
  }

  function picturesOf(text: Node): PrintJob['pictures'] {
    const found: PrintJob['pictures'] = {}
    text.descendants(node => {
      const hash = node.type.name === 'figure' ? String(node.attrs.picture) : ''
      const file = hash === '' ? undefined : pictures.fileOf(hash)
      if (file !== undefined) found[hash] = file
    })
    return found
  }

  /** Text and slip before their suggestions, with those, and the pictures of either view. */
  function markedOf(doc: Doc): Pick<PrintJob, 'marked' | 'slip' | 'slipChanges' | 'pictures'> {
    const text = readText(doc)
    return { marked: text.toJSON(), slip: originalSlip(doc), slipChanges: readSlipChanges(doc), pictures: picturesOf(text) }
  }

  /** Writes the file whole or not at all. */
  async function exportTo({ story, output, press: options, ...asked }: ExportRequest, path: string): Promise<ExportResult> {
    const start = performance.now()
    const doc = stories.read(story)
    const job = { ...settingJob(story, asked), ...output === 'marked' && markedOf(doc) }
    const { printed, ...besides } = output === 'press'
      ? await press.write({ story, doc, job, press: options }, path)
      : { printed: await writtenPdf(job, output, path) }
    const { bytes, pages, fit, missing, substituted } = printed
    stories.keepExported(story)
    return { file: basename(path), ...besides, bytes: bytes.byteLength, pages, fit, missing, substituted, milliseconds: performance.now() - start }
  }

  async function writtenPdf(job: PrintJob, output: Output, path: string): Promise<PrintedFile> {
    const printed = await set(api => api.pdf(job, output), job.template)
    await writeWhole(path, printed.bytes)
    return printed
  }

  async function preflight({ story, press: options, ...asked }: ExportRequest): Promise<Preflight> {
    const doc = stories.read(story)
    return press.preflight({ story, doc, job: jobOf(doc, asked), press: options })
  }

  const { exportMany, cancelBatch } = exportBatches({ exportTo, nameOf: id => fileNameOf(stories.read(id)), emit })

  const api: Implementation<BackendApi>['print'] = {
    templates: () => set(remote => remote.templates(), ''),
    families: () => set(remote => remote.families(), ''),
    proof: ({ known, ...request }) => measured(request, (remote, job) => remote.proof({ ...job, known })),
    fit: request => measured(request, (remote, job) => remote.fit(job)),
    lines({ story, ...asked }) {
      const job = settingJob(story, asked)
      return set(remote => remote.lines(job), job.template)
    },
    missingGlyphs: (story, template) => set(remote => remote.missingGlyphs(jobOf(stories.read(story), { template, slot: null })), template),
    preflight,
    export: (request, target) => exportTo(request, grants.pathOf(target, 'write')),
    exportMany: (batch, requests, folder) => exportMany(batch, requests, grants.pathOf(folder, 'write')),
    cancelBatch,
  }

  return {
    api,
    exportTo,
    pages: pagePrint({ set, read: stories.read, keepExported: stories.keepExported, planOf, jobOf, amendmentOf, parametersOf, press }),
    exportMany,
    /** How a document fills a slot. */
    fit: (doc: Doc, template: string, slot: Slot | null) => set(remote => remote.fit(jobOf(doc, { template, slot })), template),
    /** The smallest slot of whole columns that holds the story, for templates whose slot is chosen; else null. */
    async fittingSlot(doc: Doc, template: string): Promise<Slot | null> {
      const info = (await api.templates()).find(({ id }) => id === template)
      if (!info?.isSlotChosen) return null
      return fittingSlot(info.slot, async slot => (await set(remote => remote.fit(jobOf(doc, { template, slot })), template)).fit)
    },
  }
}

/** Page, then the title people know the story by: what an exported file is called. */
function fileNameOf(doc: Doc): string {
  const { page, shortTitle } = readSlip(doc)
  return [page, shortTitle || headlineOf(readText(doc))].filter(part => part.trim() !== '').join(' ')
}

export type PrintService = ReturnType<typeof printService>
