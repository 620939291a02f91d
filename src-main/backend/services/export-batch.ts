import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BackendEvents } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { BatchEntry, BatchReport, ExportRequest, ExportResult } from '../../common/print/print'
import type { StoryId } from '../../common/story/story'
import { asStorageError } from '../database/storage-error'

export interface ExportBatchOptions {
  exportTo(request: ExportRequest, path: string): Promise<ExportResult>
  nameOf(id: StoryId): string // for the file and the report
  emit(event: 'batch-progressed', payload: BackendEvents['batch-progressed']): void
}

const forbiddenInNames = /[\\/:*?"<>|\p{Cc}]+/gu
const longestName = 60 // characters: 180 bytes in UTF-8, of the 255 a file's name may have

/** Exports of many stories, one after another, with progress; a story that is refused does not stop the others. */
export function exportBatches({ exportTo, nameOf, emit }: ExportBatchOptions) {
  const cancelled = new Map<string, boolean>() // the batches under way

  async function exportOne(request: ExportRequest, folder: string, isCancelled: boolean): Promise<BatchEntry> {
    const { story } = request
    if (isCancelled) return { story, name: '', outcome: 'cancelled' }
    let name = ''
    try {
      name = nameOf(story)
      return { story, name, outcome: 'written', exported: await exportTo(request, freePath(folder, name)) }
    } catch (thrown) {
      const error = asStorageError(thrown)
      if (!(error instanceof AppError)) throw error
      return { story, name, outcome: 'refused', code: error.code, message: error.message, details: error.details }
    }
  }

  return {
    async exportMany(batch: string, requests: ExportRequest[], folder: string): Promise<BatchReport> {
      if (cancelled.has(batch)) throw new AppError('invalid-arguments', `Batch ${batch} is under way`)
      const start = performance.now()
      const entries: BatchEntry[] = []
      cancelled.set(batch, false)
      try {
        for (const request of requests) {
          const entry = await exportOne(request, folder, cancelled.get(batch)!)
          entries.push(entry)
          if (entry.outcome !== 'cancelled') emit('batch-progressed', { batch, done: entries.length, total: requests.length, entry })
        }
      } finally {
        cancelled.delete(batch)
      }
      return { entries, milliseconds: performance.now() - start }
    },
    cancelBatch(batch: string): void {
      if (cancelled.has(batch)) cancelled.set(batch, true)
    },
  }
}

/** A file of this name that is not there yet, numbered when it must be. */
function freePath(folder: string, name: string): string {
  const stem = [...name.replace(forbiddenInNames, ' ').replace(/\s+/g, ' ').trim()].slice(0, longestName).join('').replace(/^\.+|[. ]+$/g, '') || '未命名'
  let [path, number] = [join(folder, `${stem}.pdf`), 1]
  while (existsSync(path)) path = join(folder, `${stem} ${++number}.pdf`)
  return path
}
